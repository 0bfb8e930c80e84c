package org.govshare.commands.outbox;

import java.util.Map;

/**
 * A notification to add.
 *
 * @param type {@code org.govshare.<subject>.<verb>.v1}
 * @param subject id of the object that it is about
 * @param data ids, never content: the receiver reads the row
 */
public record NewMessage(String type, String subject, Map<String, Object> data) {}
