/** Notifications that leave with the transaction that wrote them, each at least once. */
package org.govshare.commands.outbox;
