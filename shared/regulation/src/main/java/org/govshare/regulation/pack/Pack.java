package org.govshare.regulation.pack;

import java.time.LocalDate;
import java.util.Optional;

/** One regulation as data. */
public record Pack(String id, String digest, Text title, String region, LocalDate from, Optional<LocalDate> until) {}
