package org.govshare.casework.notice;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a list of notices is narrowed to.
 *
 * @param kinds at least one
 * @param after where an earlier page ended; without it the newest are wanted
 */
record NoticeFilter(Set<NoticeKind> kinds, Optional<UUID> caseId, Optional<NoticeCursor> after, int limit) {}
