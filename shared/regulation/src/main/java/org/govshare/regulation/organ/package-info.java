/** What the law asks of the registry of agencies, and the organs at an agency's level or over it. */
package org.govshare.regulation.organ;
