/** Agencies, regions, catalogue entries, city platforms and contractors, most with the days on which they count. */
package org.govshare.registry;
