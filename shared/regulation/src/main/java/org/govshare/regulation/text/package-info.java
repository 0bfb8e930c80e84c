/** Text that people make: it is read strictly, and counts only where a reader can see it. */
package org.govshare.regulation.text;
