/** All packs together: which of them rule a matter on a day at a place, and how they stack. */
package org.govshare.regulation.pack;
