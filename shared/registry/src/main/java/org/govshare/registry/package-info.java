/** Agencies, regions, catalogue entries, city platforms and contractors, most with the days on which they are valid. */
package org.govshare.registry;
