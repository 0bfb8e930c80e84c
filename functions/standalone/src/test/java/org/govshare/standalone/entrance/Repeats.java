package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;
import org.govshare.testkit.entrance.Row.Answered;

/** Sends a REST command again under its key, and holds every answer against the one that the inbox keeps. */
final class Repeats implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEPT = "select status, location, answer::text from govshare.inbox where event_id = ?";

    private final Connection owner;

    Repeats(String ownerUrl) throws SQLException {
        owner = DriverManager.getConnection(ownerUrl);
    }

    private record Answer(int status, String location, JsonNode body) {}

    /** What is wrong when the row's right one sends its command twice, then other content, then the command once more. */
    Optional<String> fault(Row row, Preparation things) throws SQLException, JsonProcessingException {
        String key = UUID.randomUUID().toString();
        String path = things.put(row.path());
        String body = things.put(row.body());
        Answer first = send(row.right(), path, key, body);
        Answer kept = kept(key);
        Answer again = send(row.right(), path, key, body);
        Answer other = send(row.right(), path, key, body.replaceFirst("\\{", "{\"other\":1,"));
        Answer last = send(row.right(), path, key, body);
        boolean alike = first.equals(kept) && again.equals(kept) && last.equals(kept);
        return alike && first.status() < 300 && other.status() == 409
                ? Optional.empty()
                : Optional.of("%s: %s kept, answered %s, %s, %s; other content %s"
                        .formatted(row.entrance(), kept, first, again, last, other));
    }

    private static Answer send(Answered caller, String path, String key, String body) throws JsonProcessingException {
        Response answer = given().header(
                        "Authorization",
                        TestTokens.agency(caller.agency(), caller.role()).bearer())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
        String location = answer.header("Location");
        return new Answer(
                answer.statusCode(),
                location == null ? null : URI.create(location).getPath(),
                JSON.readTree(answer.asString()));
    }

    private Answer kept(String key) throws SQLException, JsonProcessingException {
        try (PreparedStatement query = owner.prepareStatement(KEPT)) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Answer(row.getInt(1), row.getString(2), JSON.readTree(row.getString(3)));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
