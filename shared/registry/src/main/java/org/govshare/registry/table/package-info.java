/** Tables in text files, row by row, for registry and records alike. */
package org.govshare.registry.table;
