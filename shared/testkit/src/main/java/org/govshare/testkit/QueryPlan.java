package org.govshare.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * How the server runs a query that it has prepared for any values, as it does for one that is often sent.
 *
 * @param scans of tables, from the top of the plan down
 */
public record QueryPlan(List<Scan> scans) {

    /**
     * One scan of a table.
     *
     * @param index empty for a scan from end to end
     * @param rows how many it read in all, those among them that a filter dropped
     */
    public record Scan(String table, String index, long rows) {}

    /**
     * Runs the query.
     *
     * @param values of its parameters, as SQL
     */
    public static QueryPlan of(Connection connection, String sql, String... values) throws SQLException {
        StringBuilder numbered = new StringBuilder();
        int next = 1;
        for (char c : sql.toCharArray()) {
            numbered.append(c == '?' ? "$" + next++ : String.valueOf(c));
        }
        String given = values.length == 0 ? "" : "(" + String.join(", ", values) + ")";
        try (Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare measured as " + numbered);
            try (ResultSet row = statement.executeQuery(
                    "explain (analyze, timing off, buffers off, format json) execute measured " + given)) {
                row.next();
                List<Scan> scans = new ArrayList<>();
                collect(new ObjectMapper().readTree(row.getString(1)).get(0).get("Plan"), scans);
                return new QueryPlan(scans);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a plan that is not JSON", e);
            } finally {
                statement.execute("deallocate measured");
            }
        }
    }

    /** Rows of the table that all its scans read. */
    public long rowsOf(String table) {
        return scans.stream()
                .filter(scan -> scan.table().equals(table))
                .mapToLong(Scan::rows)
                .sum();
    }

    /** Whether the table is read, and by index only. */
    public boolean readsByIndex(String table) {
        List<Scan> of =
                scans.stream().filter(scan -> scan.table().equals(table)).toList();
        return !of.isEmpty() && of.stream().noneMatch(scan -> scan.index().isEmpty());
    }

    private static void collect(JsonNode node, List<Scan> scans) {
        if (node.has("Relation Name")) {
            double each = node.path("Actual Rows").asDouble()
                    + node.path("Rows Removed by Filter").asDouble()
                    + node.path("Rows Removed by Index Recheck").asDouble();
            scans.add(new Scan(
                    node.get("Relation Name").asText(),
                    node.path("Index Name").asText(""),
                    Math.round(each * node.path("Actual Loops").asDouble(1))));
        }
        node.path("Plans").forEach(below -> collect(below, scans));
    }
}
