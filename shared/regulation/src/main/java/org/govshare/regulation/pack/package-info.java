/** All packs together: which of them rule a matter on a day in a jurisdiction, and how they stack. */
package org.govshare.regulation.pack;
