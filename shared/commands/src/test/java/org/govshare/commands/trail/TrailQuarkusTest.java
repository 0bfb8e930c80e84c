package org.govshare.commands.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Verification finds entries that the database's owner alters, removes or swaps; the application cannot do so at all.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class TrailQuarkusTest {
    private static final Instant AT = Instant.parse("2025-05-12T02:00:00Z");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Inject
    Trail trail;

    @Inject
    TrailCheck check;

    @Inject
    DataSource application;

    @BeforeEach
    void fiveEntries() throws SQLException {
        asOwner("delete from govshare.audit_entry");
        for (int i = 1; i <= 5; i++) {
            String number = Integer.toString(i);
            QuarkusTransaction.requiringNew()
                    .run(() -> trail.enter(new TrailEntry(
                            Optional.empty(), AT, "agency", "somebody", "did", Map.of("number", number))));
        }
    }

    @Test
    void untouched_isSound() {
        TrailCheck.Report report = check.check(Optional.empty());
        assertTrue(report.sound(), report.toString());
        assertEquals(1, report.chains());
        assertEquals(5, report.entries());
    }

    @Test
    void alteredEntry_isFoundInEveryColumn() throws SQLException {
        for (String change : List.of(
                "details = '{\"number\":\"9\"}'",
                "action = 'undid'",
                "agency = 'other'",
                "person = 'other'",
                "at = at + interval '1 second'",
                "case_id = gen_random_uuid()")) {
            fiveEntries();
            asOwner("update govshare.audit_entry set " + change + " where seq = 3");
            assertEquals(List.of(3L), faults(), change);
        }
    }

    @Test
    void missingEntry_isFoundAtTheNext() throws SQLException {
        asOwner("delete from govshare.audit_entry where seq = 2");
        assertEquals(List.of(3L), faults());
    }

    @Test
    void swappedEntries_areFound() throws SQLException {
        asOwner("update govshare.audit_entry set seq = -seq where seq in (2, 3)");
        asOwner("update govshare.audit_entry set seq = 5 + seq where seq < 0");
        assertEquals(List.of(2L, 3L, 4L), faults());
    }

    @Test
    void manyAtOnce_areChainedAsIfOneByOne() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        List<Optional<UUID>> cases =
                List.of(Optional.of(one), Optional.empty(), Optional.of(other), Optional.of(one), Optional.empty());
        for (int round = 0; round < 2; round++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> trail.enterAll(cases.stream()
                            .map(id -> new TrailEntry(id, AT, "agency", "", "did", Map.of("引\"", "a\\,{}\"")))
                            .toList()));
        }
        TrailCheck.Report report = check.check(Optional.empty());
        assertTrue(report.sound(), report.toString());
        assertEquals(3, report.chains());
        assertEquals(15, report.entries());
        assertEquals(4, check.check(Optional.of(one)).entries());
    }

    @Test
    void firstEntry_ofACaseThatHasOne_failsRatherThanForks() {
        TrailEntry entry = new TrailEntry(Optional.of(UUID.randomUUID()), AT, "agency", "", "opened", Map.of());
        QuarkusTransaction.requiringNew().run(() -> trail.enterFirst(entry));
        assertThrows(
                RuntimeException.class, () -> QuarkusTransaction.requiringNew().run(() -> trail.enterFirst(entry)));
    }

    @Test
    void application_canNeitherAlterNorRemove() throws SQLException {
        for (String attempt : List.of(
                "update govshare.audit_entry set action = 'undid'",
                "delete from govshare.audit_entry",
                "truncate govshare.audit_entry",
                "drop table govshare.audit_entry",
                "update govshare.business_time set offset_millis = 1")) {
            try (Connection connection = application.getConnection();
                    var statement = connection.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(attempt), attempt);
                assertEquals("42501", refused.getSQLState(), attempt);
            }
        }
    }

    @Test
    void people_areInItOnlyAsKeyedHashes() {
        AuditEntry first = QuarkusTransaction.requiringNew()
                .call(() -> AuditEntry.<AuditEntry>find("seq = 1").firstResult());
        assertEquals(64, first.person.length());
    }

    private List<Long> faults() {
        return check.check(Optional.empty()).faults().stream()
                .map(TrailCheck.Fault::seq)
                .toList();
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
