/** Notifications that are sent after the transaction that wrote them, each at least once. */
package org.govshare.commands.outbox;
