/** What happens at the end of a transaction, and which faults of the database pass. */
package org.govshare.platform.transaction;
