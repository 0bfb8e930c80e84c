/** Records of datasets, the feed of their changes, and the grants under which they are read. */
package org.govshare.records;
