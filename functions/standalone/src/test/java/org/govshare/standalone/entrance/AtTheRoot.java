package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Notifications and ticks as anybody may send them to {@code /}, and what of the database they could have changed. */
final class AtTheRoot {
    private AtTheRoot() {}

    /** The event that a function listens to, by the function's name. */
    static RequestSpecification notification(String function) {
        boolean ping = function.endsWith("-ping");
        RequestSpecification request = given().header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "//anybody")
                .header("ce-type", ping ? "dev.knative.sources.ping" : function)
                .header("ce-subject", "130100/hebei-communities")
                .contentType("application/json")
                .body("{\"city\":\"130100\",\"dataset\":\"hebei-communities\"}");
        return ping ? request.header("ce-wakes", function.replace("-ping", "")) : request;
    }

    static Response byName(String method, String function) {
        return notification(function).request(method, "/" + function);
    }

    /** Rows of every table whose rows a case, a delivery or a command leaves, by table. */
    static Map<String, Long> rows(String ownerUrl) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            try (ResultSet tables = owner.createStatement()
                    .executeQuery("select tablename from pg_tables where schemaname = 'govshare'")) {
                while (tables.next()) {
                    counts.put(tables.getString(1), 0L);
                }
            }
            for (String table : counts.keySet()) {
                try (ResultSet count = owner.createStatement().executeQuery("select count(*) from govshare." + table)) {
                    count.next();
                    counts.put(table, count.getLong(1));
                }
            }
        }
        return counts;
    }
}
