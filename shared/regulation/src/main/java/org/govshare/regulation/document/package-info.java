/** Reads the files of law strictly, and names each flaw by file, line and path. */
package org.govshare.regulation.document;
