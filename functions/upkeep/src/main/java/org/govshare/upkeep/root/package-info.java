/** Signs the last entries of the trail, outside the database, and verifies the trail against it. */
package org.govshare.upkeep.root;
