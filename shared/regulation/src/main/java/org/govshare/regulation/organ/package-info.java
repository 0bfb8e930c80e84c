/** What the law asks of the registry of agencies, and the organs beside or over an agency. */
package org.govshare.regulation.organ;
