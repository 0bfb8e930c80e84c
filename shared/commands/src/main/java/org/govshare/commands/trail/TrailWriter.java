package org.govshare.commands.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.commands.trail.AuditRows.Head;
import org.govshare.regulation.calendar.WorkingCalendar;

/**
 * Adds entries to their chains on the caller's connection and in its transaction; also for code without a container.
 */
public final class TrailWriter {
    private static final ZoneId LAW_ZONE = WorkingCalendar.builtIn().zone();

    private TrailWriter() {}

    /** See {@link Trail#enter}. */
    public static void enter(Connection connection, Pseudonyms pseudonyms, TrailEntry entry) throws SQLException {
        String chain = chainOf(entry);
        Head head = entry.caseId().isPresent()
                ? AuditRows.head(connection, chain)
                : AuditRows.lockedHead(connection, chain);
        AuditRows.insert(connection, next(head, pseudonyms, entry));
    }

    /** See {@link Trail#enterAll}. */
    public static void enterAll(Connection connection, Pseudonyms pseudonyms, List<TrailEntry> entries)
            throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        Set<String> unlocked = entries.stream()
                .filter(entry -> entry.caseId().isEmpty())
                .map(TrailWriter::chainOf)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unlocked.isEmpty()) {
            AuditRows.lock(connection, unlocked);
        }
        Set<String> chains = entries.stream().map(TrailWriter::chainOf).collect(Collectors.toSet());
        Map<String, Head> heads = new HashMap<>(AuditRows.heads(connection, chains));
        List<AuditEntry> links = new ArrayList<>(entries.size());
        for (TrailEntry entry : entries) {
            AuditEntry link = next(heads.getOrDefault(chainOf(entry), Head.NONE), pseudonyms, entry);
            heads.put(link.chain, new Head(link.seq, link.hash));
            links.add(link);
        }
        AuditRows.insert(connection, links);
    }

    static AuditEntry next(Head head, Pseudonyms pseudonyms, TrailEntry entry) {
        AuditEntry next = new AuditEntry();
        next.chain = chainOf(entry);
        next.seq = head.seq() + 1;
        next.caseId = entry.caseId().or(entry::about).orElse(null);
        next.at = entry.at().truncatedTo(ChronoUnit.MICROS);
        next.agency = entry.agency();
        next.person = pseudonyms.of(entry.subject());
        next.action = entry.action();
        next.details = entry.details();
        next.previous = head.hash();
        next.hash = next.computeHash();
        return next;
    }

    /** Name of the chain of a case. */
    public static String chainOf(UUID caseId) {
        return "case/" + caseId;
    }

    private static String chainOf(TrailEntry entry) {
        return entry.caseId()
                .map(TrailWriter::chainOf)
                .orElseGet(() -> "agency/" + entry.agency() + "/" + LocalDate.ofInstant(entry.at(), LAW_ZONE));
    }
}
