package org.govshare.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.govshare.commands.trail.TrailCheck;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A backlog is worked off slice by slice, by any number of replicas: nothing twice, nothing left. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class SliceQuarkusTest {
    private static final String DUE =
            "select count(*) from govshare.clock_rung where fired_at is null and not moot and due_at < '2025-06-12'";
    private static final String MORE =
            "select count(*) from govshare.outbox where type = '" + TickFunction.TYPE + "' and subject = 'more'";
    private static final int LADDER = 3;

    @Inject
    Story story;

    @Inject
    Backlog backlog;

    @Inject
    EscalateDue escalate;

    @Inject
    TrailCheck check;

    @BeforeEach
    void nothingDue() {
        story.loadRegistry();
        story.time().to(Instant.parse("2025-06-12T02:00:00Z"));
        while (escalate.slice() > 0) {
            // what an earlier test left
        }
    }

    @Test
    void backlogWithSeveralRungsACase_isWorkedOffInSlicesThatAskForMore() {
        late(500);
        long asked = story.count(MORE);
        List<Integer> slices = slicesUntilNothing();
        assertEquals(500 * LADDER, slices.stream().mapToInt(Integer::intValue).sum());
        assertTrue(slices.stream().allMatch(fired -> fired <= EscalationSql.SLICE * LADDER), slices.toString());
        assertEquals(1, story.count(MORE) - asked, "the first claim was full, the second was not");
        assertEachFiredOnce();
    }

    @Test
    void secondReplica_takesTheNextCasesWhileTheFirstHoldsItsOwn() throws Exception {
        late(2_200);
        QuarkusTransaction.begin();
        int first = escalate.slice();
        int second = elsewhere(escalate::slice);
        assertTrue(first >= EscalationSql.SLICE && second >= EscalationSql.SLICE, first + " and " + second);
        QuarkusTransaction.commit();
        slicesUntilNothing();
        assertEachFiredOnce();
    }

    @Test
    void replicasAtOnce_fireNothingTwiceAndLeaveNothing() throws Exception {
        late(1_500);
        ExecutorService replicas = Executors.newFixedThreadPool(3);
        try {
            Callable<Integer> replica = () ->
                    slicesUntilNothing().stream().mapToInt(Integer::intValue).sum();
            int fired = 0;
            for (Future<Integer> sum : replicas.invokeAll(List.of(replica, replica, replica))) {
                fired += sum.get();
            }
            assertEquals(1_500 * LADDER, fired);
        } finally {
            replicas.shutdown();
        }
        assertEachFiredOnce();
    }

    @Test
    void caseThatACommandHolds_isLeftToALaterTick() throws SQLException {
        UUID held = late(10);
        try (Connection command = backlog.connect();
                Statement statement = command.createStatement()) {
            command.setAutoCommit(false);
            statement.execute("select 1 from govshare.case_file where id = '" + held + "' for update");
            assertEquals(9 * LADDER, escalate.slice());
            assertEquals(LADDER, story.count(DUE));
            command.rollback();
        }
        assertEquals(LADDER, escalate.slice());
    }

    @Test
    void sliceRolledBack_leavesNoTraceAndFiresLater() {
        late(5);
        String written = "select (select count(*) from govshare.audit_entry) + (select count(*) from govshare.outbox)"
                + " + (select count(*) from govshare.notice)";
        long before = story.count(written);
        QuarkusTransaction.begin();
        assertEquals(5 * LADDER, escalate.slice());
        QuarkusTransaction.rollback();
        assertEquals(before, story.count(written));
        assertEquals(5 * LADDER, escalate.slice());
    }

    /** However the statement is planned: one index in its order, one case for each entry, and it stops when it has enough. */
    @Test
    void searchesAmongManyClocks_readOneIndexInOrder() throws SQLException {
        backlog.copies(story.submitted("2025-06-11T02:00:00Z"), 40_000);
        for (String mode : List.of("force_generic_plan", "force_custom_plan")) {
            String behind = plan(mode, "(int) as " + RecountSql.ANY_BEHIND, "1");
            assertTrue(behind.contains("using case_clock_stale on case_clock"), behind);
            assertFalse(behind.contains("Seq Scan"), behind);
            String plan = plan(mode, "(timestamptz) as " + EscalationSql.CLAIM, "'2025-06-12T02:00:00Z'");
            assertTrue(plan.contains("Index Scan using clock_rung_waiting on clock_rung"), plan);
            assertTrue(plan.contains("Index Scan using case_file_pkey on case_file"), plan);
            assertFalse(plan.contains("Sort") || plan.contains("Seq Scan"), plan);
        }
        assertEquals(0, escalate.slice());
    }

    /** That many cases whose whole ladder is due. */
    private UUID late(int cases) {
        UUID first = story.submitted("2025-05-12T02:00:00Z");
        backlog.copies(first, cases - 1);
        story.time().to(Instant.parse("2025-06-12T02:00:00Z"));
        return first;
    }

    private List<Integer> slicesUntilNothing() {
        List<Integer> slices = new ArrayList<>();
        for (int fired = escalate.slice(); fired > 0; fired = escalate.slice()) {
            slices.add(fired);
        }
        return slices;
    }

    private void assertEachFiredOnce() {
        assertEquals(0, story.count(DUE));
        long fired = story.count("select count(*) from govshare.clock_rung where fired_at is not null");
        assertEquals(
                fired,
                story.count("select count(distinct (details ->> 'clock', details ->> 'rung')) from govshare.audit_entry"
                        + " where action like 'escalated%'"));
        assertEquals(fired, story.count("select count(*) from govshare.audit_entry where action like 'escalated%'"));
        assertEquals(
                fired,
                story.count("select count(*) from govshare.outbox where type = '" + EscalateDue.ESCALATED + "'"));
        assertEquals(
                story.count(
                        "select sum(jsonb_array_length(addressees)) from govshare.clock_rung where fired_at is not null"),
                story.count("select count(*) from govshare.notice where clock_id is not null"));
        assertEquals(0, story.count("""
                select count(*) from (select lag(details ->> 'due') over (partition by chain order by seq) as before,
                                             details ->> 'due' as due
                                        from govshare.audit_entry where action like 'escalated%') e
                 where before > due"""), "in the order of their moments");
        assertTrue(check.check(Optional.empty()).sound());
    }

    private static <T> T elsewhere(Callable<T> work) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(work).get();
        } finally {
            other.shutdown();
        }
    }

    private String plan(String mode, String search, String parameter) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = backlog.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = " + mode);
            statement.execute("prepare search " + search.replaceAll("(?<!:):[a-z_]+", "\\$1"));
            try (ResultSet line = statement.executeQuery("explain execute search (" + parameter + ")")) {
                while (line.next()) {
                    plan.append(line.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }
}
