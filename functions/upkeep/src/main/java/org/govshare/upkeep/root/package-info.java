/** Signs where the trail stood, outside the database, and verifies the trail against it. */
package org.govshare.upkeep.root;
