/** What counts as text that a person has written. */
package org.govshare.regulation.text;
