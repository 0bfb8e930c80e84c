package org.govshare.casework;

import java.time.Instant;

/** A due moment that a holiday notice moved: from when to when, by the notice of which year, recounted when. */
public record ClockMove(Instant from, Instant to, int noticeYear, Instant at) {}
