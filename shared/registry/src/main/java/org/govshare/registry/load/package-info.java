/** Loads the registry from CSV files, all or nothing, and names each fault by line and column. */
package org.govshare.registry.load;
