/** Erases each kind of payload when its period is over, and leaves the trail whole. */
package org.govshare.upkeep.retention;
