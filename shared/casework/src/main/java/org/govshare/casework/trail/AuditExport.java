package org.govshare.casework.trail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the trail in the order of time for those who audit it; with all that is needed to recompute each hash. */
public final class AuditExport {
    private static final int FETCH = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT = """
            select e.chain, e.seq, e.case_id, e.at, e.agency, e.person, e.action,
                   cast(e.details as text) as details, e.previous, e.hash
              from govshare.audit_entry e
            """;
    /** Of the regions at and below the reader's: their cases, their agencies; what the system did only for a whole province. */
    private static final String REGIONAL = """
            with recursive own(code) as (
                select region_code from govshare.agency where credit_code = ?
                union select r.code from govshare.region r join own o on r.parent_code = o.code)
            """ + SELECT + """
              left join govshare.case_file c on c.id = e.case_id
             where case when e.case_id is not null then c.region in (select code from own)
                        when e.agency = 'govshare' then exists (
                            select 1 from govshare.region r join own o on r.code = o.code where r.level = 'province')
                        else e.agency in (select a.credit_code from govshare.agency a
                                           where a.region_code in (select code from own)) end
            """;

    private static final String CHOSEN = """
               and (cast(? as uuid) is null or e.case_id = cast(? as uuid))
               and (cast(? as text) is null or e.agency = cast(? as text))
               and e.at >= coalesce(cast(? as timestamptz), '-infinity')
               and e.at < coalesce(cast(? as timestamptz), 'infinity')
               and (e.at, e.chain, e.seq) > (coalesce(cast(? as timestamptz), '-infinity'), ?, ?)
             order by e.at, e.chain, e.seq limit ?
            """;

    private AuditExport() {}

    /** The place after an entry, from which the next page goes on. */
    public record Place(Instant at, String chain, long seq) {}

    /**
     * Hands over matching entries as JSON lines without their line feed, a page or all; memory does not grow with them
     * inside a transaction.
     *
     * @param reader credit code of the reader's agency, whose region bounds what is read; empty for the operator
     * @return the last entry's place, when there may be more
     */
    public static Optional<Place> read(
            Connection connection,
            Optional<String> reader,
            AuditFilter filter,
            Optional<Place> after,
            int limit,
            Consumer<String> lines)
            throws SQLException {
        String sql = (reader.isPresent() ? REGIONAL : SELECT + " where true ") + CHOSEN;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            int next = 1;
            if (reader.isPresent()) {
                select.setString(next++, reader.get());
            }
            bind(select, next, filter, after, limit);
            AuditEntry last = null;
            int count = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = AuditEntry.of(row);
                    lines.accept(line(last));
                    count++;
                }
            }
            return count < limit ? Optional.empty() : Optional.of(new Place(last.at, last.chain, last.seq));
        }
    }

    private static void bind(PreparedStatement select, int first, AuditFilter filter, Optional<Place> after, int limit)
            throws SQLException {
        UUID id = filter.caseId().orElse(null);
        String agency = filter.agency().orElse(null);
        select.setObject(first, id, Types.OTHER);
        select.setObject(first + 1, id, Types.OTHER);
        select.setString(first + 2, agency);
        select.setString(first + 3, agency);
        moment(select, first + 4, filter.from());
        moment(select, first + 5, filter.to());
        moment(select, first + 6, after.map(Place::at));
        select.setString(first + 7, after.map(Place::chain).orElse(""));
        select.setLong(first + 8, after.map(Place::seq).orElse(0L));
        select.setInt(first + 9, limit);
    }

    private static void moment(PreparedStatement select, int index, Optional<Instant> at) throws SQLException {
        select.setObject(
                index, at.map(one -> one.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static String line(AuditEntry entry) {
        ObjectNode node = JSON.createObjectNode().put("chain", entry.chain).put("seq", entry.seq);
        if (entry.caseId != null) {
            node.put("case", entry.caseId.toString());
        }
        node.put("at", entry.at.toString())
                .put("agency", entry.agency)
                .put("person", entry.person)
                .put("action", entry.action);
        ObjectNode details = node.putObject("details");
        new TreeMap<>(entry.details).forEach(details::put);
        return node.put("previous", entry.previous).put("hash", entry.hash).toString();
    }
}
