package org.govshare.backflow;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A test's broker: it takes the wakes of one stream from the outbox and delivers each once. */
final class WakesOnly {
    private final StreamKey stream;

    WakesOnly(StreamKey stream) {
        this.stream = stream;
    }

    /** Brings what is due, and waits until each is acknowledged; how many there were. */
    int bring() {
        List<UUID> due = due();
        due.forEach(id -> given().header("ce-specversion", "1.0")
                .header("ce-id", id.toString())
                .header("ce-source", "//test")
                .header("ce-type", Wake.TYPE)
                .header("Govshare-Sink-Secret", "test-secret")
                .contentType(ContentType.JSON)
                .body(Map.of("city", stream.city(), "dataset", stream.dataset()))
                .post("/")
                .then()
                .statusCode(204));
        return due.size();
    }

    private List<UUID> due() {
        List<UUID> due = new ArrayList<>();
        try (Connection owner = BackflowFixture.owner();
                PreparedStatement take = owner.prepareStatement("""
                        update govshare.outbox set sent_at = now()
                         where type = ? and subject = ? and sent_at is null and available_at <= now() returning id""")) {
            take.setString(1, Wake.TYPE);
            take.setString(2, stream.subject());
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    due.add(row.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return due;
    }

    /** Wakes that are to come later than now. */
    int toCome() {
        try (Connection owner = BackflowFixture.owner();
                PreparedStatement query = owner.prepareStatement("""
                        select count(*) from govshare.outbox
                         where type = ? and subject = ? and sent_at is null and available_at > created_at""")) {
            query.setString(1, Wake.TYPE);
            query.setString(2, stream.subject());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if so much time had passed that leases and pauses are over and all wakes are due. */
    void letTimePass() {
        try (Connection owner = BackflowFixture.owner();
                PreparedStatement stale = owner.prepareStatement("""
                        update govshare.backflow_stream set next_attempt_at = now(), look_at = now(),
                          lease_until = case when lease is not null then now() - interval '1 second' end
                        where city = ? and dataset_id = ?""");
                PreparedStatement due = owner.prepareStatement(
                        "update govshare.outbox set available_at = now() where subject = ? and available_at > now()")) {
            stale.setString(1, stream.city());
            stale.setString(2, stream.dataset());
            stale.executeUpdate();
            due.setString(1, stream.subject());
            due.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
