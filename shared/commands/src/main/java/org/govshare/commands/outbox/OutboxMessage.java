package org.govshare.commands.outbox;

import java.util.UUID;

/** A message that this process has leased for sending. The id is the CloudEvent's id, the same on every attempt. */
record OutboxMessage(UUID id, String type, String subject, String data, String createdAt, int attempts) {}
