package org.govshare.standalone.entrance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A way in which the database's owner alters one row by hand.
 *
 * @param name what is altered
 * @param table of the row
 * @param key the expression by which it is told
 * @param where conditions on the row {@code t}; the first is taken
 * @param change assignments; {@code delete}, or {@code insert} with the columns in which a copy differs
 * @param expected table and key of the row that is told, where it is another one
 */
record TamperedState(String name, String table, String key, String where, String change, String expected) {
    private static final String RUNG = "clock_id || '/' || rung || '/' || projection";
    private static final String DELETE = "delete";
    private static final String INSERT = "insert ";

    static final List<TamperedState> ALL = List.of(
            clock("a deadline moved", "ended_at is null", "due_at = due_at + interval '1 day'"),
            clock(
                    "a deadline moved with its day",
                    "true",
                    "due_at = due_at + interval '1 day', last_day = last_day + 1, counted_to = counted_to + 1"),
            clock("a start moved", "true", "started_at = started_at + interval '1 day'"),
            clock("an extension given", "ended_at is null", "extension = 5"),
            clock("an extension taken", "extension > 0", "extension = 0"),
            clock("an answer to come forgotten", "asked is not null", "asked = null"),
            clock("a duty done", "ended_at is null", "ended_at = due_at - interval '1 hour', ended = 'FULFILLED'"),
            clock("a duty done earlier", "ended = 'FULFILLED'", "ended_at = started_at"),
            clock("another obligor", "true", "obligor = 'Y1130000FAKE01251L'"),
            clock("a set date moved", "set_date is not null", "set_date = set_date + 7"),
            clock("no longer provisional", "true", "provisional = not provisional"),
            clock("a further recount feigned", "true", "calendar = 9"),
            of("a rung retired", "clock_rung", RUNG, "fired_at is null and not moot", "moot = true"),
            of(
                    "a retired rung waiting again",
                    "clock_rung",
                    RUNG,
                    "moot and projection = (select projection from govshare.case_clock k where k.id = t.clock_id)",
                    "moot = false"),
            of("a rung fired", "clock_rung", RUNG, "fired_at is null and not moot", "fired_at = due_at"),
            of("a rung unfired", "clock_rung", RUNG, "fired_at is not null and annulled_at is null", "fired_at = null"),
            of("an annulment undone", "clock_rung", RUNG, "annulled_at is not null", "annulled_at = null"),
            of(
                    "an annulment",
                    "clock_rung",
                    RUNG,
                    "annulled_at is null and fired_at is not null",
                    "annulled_at = fired_at"),
            of(
                    "a rung put off",
                    "clock_rung",
                    RUNG,
                    "fired_at is null and not moot",
                    "due_at = due_at + interval '9 days'"),
            of("another one told", "clock_rung", RUNG, "fired_at is null and not moot", "addressees = '[]'"),
            of(
                    "a reminder in place of a proposal",
                    "clock_rung",
                    RUNG,
                    "act = 'PROPOSE' and not moot",
                    "act = 'REMIND'"),
            of("a rung removed", "clock_rung", RUNG, "not moot", DELETE),
            of("a rung added", "clock_rung", RUNG, "not moot", INSERT + "rung = 'another'"),
            notice("a notice changed", "zh = zh || '。'"),
            notice("a notice to another", "agency = 'Y1130000FAKE01251L'"),
            notice("a notice of another day", "given_at = given_at + interval '1 day'"),
            notice("a notice's due moment", "due_at = null"),
            notice("a notice removed", DELETE),
            notice("a notice added", INSERT + "id = gen_random_uuid()"),
            file("a step set back", "closed", "step = 'submitted'"),
            file("a case opened again", "closed", "closed = false"),
            file("a case closed", "not closed", "closed = true"),
            file("a case held by the next authority", "leg = 0", "leg = 1"),
            file("a case opened earlier", "true", "opened_at = opened_at - interval '1 day'"),
            file("a case changed later", "true", "changed_at = changed_at + interval '1 day'"),
            file("a scenario changed", "facts ? 'scenario'", "facts = facts || '{\"scenario\": \"另一用途\"}'"),
            file("an erasure feigned", "facts ? 'scenario'", "facts = '{}', erased_at = changed_at"),
            file("erased facts put back", "erased_at is not null", "facts = '{\"scenario\": \"x\"}'"),
            file("a case of another region", "true", "region = '430000'"),
            file("a case about other data", "dataset_id <> 'hebei-communities'", "dataset_id = 'hebei-communities'"),
            file("another requester", "true", "requester = 'Y1130000FAKE01251L'"),
            file("another provider", "true", "provider = 'Y1130000FAKE01251L'"),
            file("another law", "true", "packs = packs || packs"),
            file("an order about nothing", "about_clock is not null", "about_clock = null"),
            of(
                    "another party",
                    "case_party",
                    "party || '/' || position",
                    "party = 'authority'",
                    "agency = 'Y1130000FAKE01251L'"),
            of("a party added", "case_party", "party || '/' || position", "position = 0", INSERT + "position = 7"),
            of("one more who sees it", "case_addressee", "agency", "true", INSERT + "agency = 'Y1130000FAKE01251L'"),
            of("one less who sees it", "case_addressee", "agency", "true", DELETE),
            grant("a grant widened to all items", "fields is not null", "fields = null"),
            grant("a grant narrowed", "fields is null", "fields = array['name']"),
            grant("a grant to another", "true", "grantee = 'Y1130000FAKE01251L'"),
            grant("a grant of other data", "dataset_id <> 'hebei-communities'", "dataset_id = 'hebei-communities'"),
            grant("a grant's scope", "scope <> ''", "scope = scope || '及周边'"),
            grant("a grant's purpose", "purpose <> ''", "purpose = '另一用途'"),
            grant("a grant no longer ended", "closed_at is not null", "closed_at = null"),
            grant("a grant ended", "closed_at is null", "closed_at = opened_at"),
            grant(
                    "a grant suspended by another case",
                    "suspended_by is not null",
                    "suspended_by = array[gen_random_uuid()]"),
            grant("a grant no longer suspended", "suspended_at is not null", "suspended_at = null"),
            grant(
                    "a grant opened later",
                    "closed_at is null and suspended_at is null",
                    "opened_at = opened_at + interval '1 day'"),
            of("a grant removed", "data_grant", "id", "true", DELETE),
            of(
                    "a grant of no case",
                    "data_grant",
                    "id",
                    "true",
                    INSERT + "id = gen_random_uuid(), case_id = gen_random_uuid()"),
            of(
                    "a journal forged",
                    "due_journal",
                    "clock_id || '/' || projection",
                    "projection = (select projection from govshare.case_clock k where k.id = t.clock_id)",
                    "to_due = to_due + interval '1 day'"),
            of(
                    "a holiday more",
                    "holiday_notice",
                    "version",
                    "version = 1",
                    "content = replace(content, '2027-01-06', '2027-01-07')"),
            of("a holiday notice added", "holiday_notice", "version", "version = 2", INSERT + "version = 3"),
            of(
                    "a text of law changed",
                    "pack_source",
                    "digest",
                    "true",
                    "content = jsonb_set(content, '{files,pack.yaml}', '\"x\"')"),
            new TamperedState(
                    "a chain gone",
                    "audit_entry",
                    "chain",
                    "chain like 'case/%' and seq = (select max(seq) from govshare.audit_entry a where a.chain = t.chain) and seq = 1",
                    DELETE,
                    "case_file"));

    private static TamperedState clock(String name, String where, String change) {
        return of(name, "case_clock", "id", where, change);
    }

    private static TamperedState notice(String name, String change) {
        return of(name, "notice", "id", "due_at is not null", change);
    }

    private static TamperedState file(String name, String where, String change) {
        return of(name, "case_file", "id", where, change);
    }

    private static TamperedState grant(String name, String where, String change) {
        return of(name, "data_grant", "id", where, change);
    }

    private static TamperedState of(String name, String table, String key, String where, String change) {
        return new TamperedState(name, table, key, where, change, "");
    }

    static TamperedState named(String name) {
        return ALL.stream().filter(way -> way.name().equals(name)).findFirst().orElseThrow();
    }

    /** Alters the row until what is returned is closed. */
    Undone on(String ownerUrl) throws SQLException {
        Undone undone = new Undone(DriverManager.getConnection(ownerUrl), this);
        try {
            undone.alter();
        } catch (SQLException | IllegalStateException e) {
            undone.owner.close();
            throw e;
        }
        return undone;
    }

    @Override
    public String toString() {
        return name;
    }

    /** The altered row, which is put back at the end. */
    static final class Undone implements AutoCloseable {
        private final Connection owner;
        private final TamperedState way;
        private String row;

        private Undone(Connection owner, TamperedState way) {
            this.owner = owner;
            this.way = way;
        }

        /** Its table and key, as they are told. */
        String row() {
            return row;
        }

        private void alter() throws SQLException {
            run("set search_path = govshare");
            run("create temp table kept as select t.*, ctid as place from " + way.table + " t where " + way.where
                    + " order by " + way.key + " limit 1");
            if (way.change.equals(DELETE)) {
                row = told(text("select " + way.key + " from kept"));
                run("delete from " + way.table + " t using kept where t.ctid = kept.place");
            } else if (way.change.startsWith(INSERT)) {
                run("create temp table copied as table kept");
                run("update copied set " + way.change.substring(INSERT.length()));
                row = told(text("select " + way.key + " from copied"));
                run(inserting("copied"));
            } else {
                row = told(text("select " + way.key + " from kept"));
                run("update " + way.table + " t set " + way.change + " where ctid = (select place from kept)");
            }
        }

        private String told(String key) {
            if (key == null) {
                throw new IllegalStateException(way.name + ": there is no such row");
            }
            return way.expected.isEmpty()
                    ? way.table + " " + key
                    : way.expected + " " + key.replaceFirst("^[a-z]+/", "");
        }

        private String inserting(String from) throws SQLException {
            String columns =
                    text("select string_agg(quote_ident(attname), ', ') from pg_attribute where attrelid = 'govshare."
                            + way.table + "'::regclass and attnum > 0 and not attisdropped");
            return "insert into " + way.table + " (" + columns + ") overriding system value select " + columns
                    + " from " + from;
        }

        @Override
        public void close() throws SQLException {
            try (owner) {
                if (way.change.startsWith(INSERT)) {
                    run("delete from " + way.table + " where " + way.key + "::text = (select " + way.key
                            + "::text from copied)" + sameCase());
                } else if (way.change.equals(DELETE)) {
                    run(inserting("kept"));
                } else {
                    String columns =
                            text("select string_agg(quote_ident(attname), ', ') from pg_attribute where attrelid ="
                                    + " 'govshare." + way.table + "'::regclass and attnum > 0 and not attisdropped"
                                    + " and attidentity = ''");
                    run("update " + way.table + " t set (" + columns + ") = (select " + columns + " from kept) where "
                            + identity());
                }
            }
        }

        /** Keys of rows within a case are its own. */
        private String sameCase() {
            return List.of("case_party", "case_addressee").contains(way.table)
                    ? " and case_id = (select case_id from copied)"
                    : "";
        }

        private String identity() throws SQLException {
            return text("select string_agg('t.' || quote_ident(a.attname) || ' = (select ' || quote_ident(a.attname)"
                    + " || ' from kept)', ' and ') from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
                    + " and a.attnum = any (i.indkey) where i.indisprimary and i.indrelid = 'govshare." + way.table
                    + "'::regclass");
        }

        String text(String sql) throws SQLException {
            try (Statement statement = owner.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                return row.next() ? row.getString(1) : null;
            }
        }

        private void run(String sql) throws SQLException {
            try (Statement statement = owner.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
