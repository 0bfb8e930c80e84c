/** What happens at the end of a transaction, and which faults of the database are passing ones. */
package org.govshare.platform.transaction;
