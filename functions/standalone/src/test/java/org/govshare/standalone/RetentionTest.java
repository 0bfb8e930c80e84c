package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.govshare.platform.retention.Payload;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * What people wrote is erased at the end of its period. Every table is either one that an erasure changes, or kept for a
 * reason that stands here; in a table whose rows stay, so is every column that can hold text. A new table or column fails
 * until it is decided.
 */
class RetentionTest {
    private static final Pattern ERASED = Pattern.compile("\\b(?:update|delete from) govshare\\.(\\w+)");

    private static final Map<String, String> KEPT_TABLES = Map.ofEntries(
            Map.entry("agency", "register of public bodies"),
            Map.entry("audit_entry", "the trail: keyed hashes, no free text"),
            Map.entry("backflow_need", "what a city's platform stated for its region"),
            Map.entry("backflow_stream", "how far a city has got; an erasure of changes restarts it"),
            Map.entry("business_time", "the demo's clock"),
            Map.entry("case_addressee", "agencies and cases"),
            Map.entry("case_party", "agencies and cases"),
            Map.entry("city_platform", "register of approvals"),
            Map.entry("clock_rung", "words of the law, moments and agencies"),
            Map.entry("contractor", "register of approvals"),
            Map.entry("dataset", "the catalogue"),
            Map.entry("delivery_endpoint", "addresses of platforms"),
            Map.entry("delivery_secret", "keys, no payload"),
            Map.entry("due_journal", "moments that moved"),
            Map.entry("holiday_notice", "the State Council's notices"),
            Map.entry("outbox", "deleted a while after it is sent, by the sender"),
            Map.entry("pack_source", "texts of law"),
            Map.entry("record", "the shared data: its provider deletes it"),
            Map.entry("region", "register of regions"),
            Map.entry("trail_key", "a keyed hash"),
            Map.entry("trail_root_head", "hashes of the trail"));

    /** Of tables whose rows stay when what people wrote goes. */
    private static final Map<String, String> KEPT_COLUMNS = Map.ofEntries(
            Map.entry("case_clock.duty", "a word of the law"),
            Map.entry("case_clock.ended", "one of two words"),
            Map.entry("case_clock.rule", "a word of the law"),
            Map.entry("case_file.dataset_id", "which dataset"),
            Map.entry("case_file.kind", "a word of the law"),
            Map.entry("case_file.packs", "which texts of law"),
            Map.entry("case_file.region", "a code"),
            Map.entry("case_file.step", "a word of the law"),
            Map.entry("case_file.variant", "a word of the law"),
            Map.entry("data_grant.dataset_id", "which dataset"),
            Map.entry("data_grant.fields", "names of the catalogue's fields"),
            Map.entry("data_grant.suspended_by", "ids of cases"),
            Map.entry("inbox.event_id", "so that a repeat is known"),
            Map.entry("inbox.sender", "a keyed hash"),
            Map.entry("inbox.source", "so that a repeat is known"),
            Map.entry("inbox.type", "one of the event catalogue's"));

    @Test
    void table_isErasedOrKeptForAReason() throws SQLException {
        Set<String> undecided = new TreeSet<>(names("""
            select relname from pg_class where relkind = 'r' and relnamespace = 'govshare'::regnamespace
               and relname <> 'flyway_schema_history'
            """));
        Set<String> gone = new TreeSet<>(KEPT_TABLES.keySet());
        gone.removeAll(undecided);
        assertEquals(Set.of(), gone, "kept, and no table");

        undecided.removeAll(KEPT_TABLES.keySet());
        undecided.removeAll(erasures().keySet());
        assertEquals(Set.of(), undecided, "neither erased nor kept for a reason");
    }

    @Test
    void columnOfATableWhoseRowsStay_isErasedOrKeptForAReason() throws SQLException {
        Map<String, String> erasures = erasures();
        erasures.keySet().removeAll(KEPT_TABLES.keySet());
        erasures.entrySet()
                .removeIf(erasure -> erasure.getValue().contains("delete from govshare." + erasure.getKey()));
        assertEquals(Set.of("case_clock", "case_file", "data_grant", "inbox"), erasures.keySet());

        Set<String> undecided = new TreeSet<>();
        for (String table : erasures.keySet()) {
            for (String column : names("select column_name from information_schema.columns where table_schema ="
                    + " 'govshare' and data_type in ('text', 'jsonb', 'json', 'ARRAY') and table_name = '" + table
                    + "'")) {
                if (!Pattern.compile("\\b" + column + " = ")
                        .matcher(assignments(erasures.get(table), table))
                        .find()) {
                    undecided.add(table + "." + column);
                }
            }
        }
        assertEquals(new TreeSet<>(KEPT_COLUMNS.keySet()), undecided);
    }

    /** From the update of the table to the end of what it sets. */
    private static String assignments(String statement, String table) {
        String update = statement.substring(statement.indexOf("update govshare." + table));
        return update.substring(update.indexOf(" set ")).split("\\bfrom\\b")[0];
    }

    /** The statement that erases, by the table that it changes. */
    private static Map<String, String> erasures() {
        Map<String, String> erasures = new TreeMap<>();
        for (Payload payload : Payload.all()) {
            ERASED.matcher(payload.statement())
                    .results()
                    .forEach(found -> erasures.put(found.group(1), payload.statement()));
        }
        return erasures;
    }

    private static List<String> names(String query) throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }
}
