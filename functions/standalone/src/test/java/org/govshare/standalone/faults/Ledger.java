package org.govshare.standalone.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.standalone.faults.Command.Shape;

/** What the database holds in the end, read by plain SQL in one snapshot, without any of the application's code. */
record Ledger(
        List<Inbox> inbox,
        List<Case> cases,
        List<Kept> records,
        List<Rung> rungs,
        List<Waiting> outbox,
        long refusals,
        long recordChanges,
        long strays) {

    /** An answer kept; {@code caseId} is what it says under {@code id}. */
    record Inbox(String key, String type, Optional<Integer> status, Optional<UUID> caseId) {}

    /** A case with what hangs on it. */
    record Case(UUID id, int parties, Shape shape) {}

    record Kept(String key, long version, String says) {}

    /** A rung with what tells that it fired; notices are those to each addressee, -1 when not each got as many. */
    record Rung(
            String name, boolean due, Optional<Instant> firedAt, Instant dueAt, int events, int entries, int notices) {}

    record Waiting(UUID id, boolean sent) {}

    private static final String INBOX = """
            select source || ' ' || event_id, type, status, answer is null,
                   case when status < 400 then answer->>'id' end
              from inbox""";
    private static final String CASES = """
            select f.id, f.step, f.closed,
                   (select count(*) from case_party p where p.case_id = f.id),
                   (select count(*) from case_clock c where c.case_id = f.id),
                   (select count(*) from case_clock c where c.case_id = f.id and c.ended_at is null),
                   (select count(*) from audit_entry a where a.case_id = f.id and a.agency <> 'govshare'),
                   (select count(*) from outbox o
                     where o.subject = f.id::text and o.type = 'org.govshare.case.changed.v1'),
                   (select count(*) from data_grant g where g.case_id = f.id)
              from case_file f""";
    private static final String RUNGS = """
            with law as (select clock_timestamp() + make_interval(secs => coalesce(
                         (select offset_millis / 1000.0 from business_time), 0)) as at)
            select r.clock_id || ' ' || r.rung || ' ' || r.projection,
                   not r.moot and r.due_at <= law.at, r.fired_at, r.due_at,
                   (select count(*) from outbox o where o.type = 'org.govshare.clock.escalated.v1'
                       and o.subject = r.case_id::text and o.data->>'clock' = r.clock_id::text
                       and o.data->>'rung' = r.rung and o.data->>'projection' = r.projection::text),
                   (select count(*) from audit_entry a where a.case_id = r.case_id
                       and a.action like 'escalated-%' and a.details->>'clock' = r.clock_id::text
                       and a.details->>'rung' = r.rung),
                   (select case when count(*) % jsonb_array_length(r.addressees) = 0
                                then count(*) / jsonb_array_length(r.addressees) else -1 end
                      from notice n where n.clock_id = r.clock_id
                               and n.rung = r.rung and n.projection = r.projection
                               and n.kind <> 'withdrawal')
              from clock_rung r, law""";
    private static final String STRAYS = """
            select (select count(*) from case_clock c where not exists (
                        select 1 from clock_rung r where r.clock_id = c.id and r.projection = c.projection))
                 + (select count(*) from data_grant g where not exists (
                        select 1 from case_file f where f.id = g.case_id and f.step = 'delivered'))
                 + (select count(*) from record r where r.version <> (
                        select count(*) from record_change c where c.dataset_id = r.dataset_id and c.key = r.key))""";

    /** Ids of what waits to be sent or was sent. */
    Set<UUID> messages() {
        return outbox.stream().map(Waiting::id).collect(Collectors.toSet());
    }

    static Ledger read(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Ledger ledger = new Ledger(
                rows(owner, INBOX, Ledger::inbox),
                rows(owner, CASES, Ledger::aCase),
                rows(
                        owner,
                        "select key, version, payload->>'says' from record",
                        row -> new Kept(row.getString(1), row.getLong(2), row.getString(3))),
                rows(owner, RUNGS, Ledger::rung),
                rows(
                        owner,
                        "select id, sent_at is not null from outbox",
                        row -> new Waiting(row.getObject(1, UUID.class), row.getBoolean(2))),
                count(owner, "select count(*) from audit_entry where action = 'refused'"),
                count(owner, "select count(*) from audit_entry where action = 'changed-records'"),
                count(owner, STRAYS));
        owner.rollback();
        return ledger;
    }

    private static Inbox inbox(ResultSet row) throws SQLException {
        int status = row.getInt(3);
        boolean written = !row.wasNull() && !row.getBoolean(4);
        return new Inbox(
                row.getString(1),
                row.getString(2),
                written ? Optional.of(status) : Optional.empty(),
                Optional.ofNullable(row.getString(5)).map(UUID::fromString));
    }

    private static Case aCase(ResultSet row) throws SQLException {
        return new Case(
                row.getObject(1, UUID.class),
                row.getInt(4),
                new Shape(
                        row.getString(2),
                        row.getBoolean(3),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9)));
    }

    private static Rung rung(ResultSet row) throws SQLException {
        return new Rung(
                row.getString(1),
                row.getBoolean(2),
                Optional.ofNullable(row.getObject(3, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Connection owner, String sql, Reader<T> reader) throws SQLException {
        List<T> all = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(reader.read(rows));
            }
        }
        return all;
    }

    private static long count(Connection owner, String sql) throws SQLException {
        return rows(owner, sql, row -> row.getLong(1)).get(0);
    }
}
