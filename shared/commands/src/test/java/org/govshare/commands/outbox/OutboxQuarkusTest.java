package org.govshare.commands.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A committed message is sent at least once, under one id; one that is rolled back is never sent. */
@QuarkusTest
@TestProfile(FailingSink.Profile.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(value = FailingSink.class, restrictToAnnotatedClass = true)
class OutboxQuarkusTest {
    private static final String TYPE = "org.govshare.test.happened.v1";

    @Inject
    Outbox outbox;

    FailingSink sink;

    @BeforeEach
    void forget() {
        sink.forget();
    }

    @Test
    void committed_isSentAtOnce() {
        add("committed");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> sink.idsOf("committed").size() == 1);
    }

    @Test
    void rolledBack_isNeverSent() throws InterruptedException {
        QuarkusTransaction.begin();
        outbox.add(TYPE, "rolled-back", Map.of());
        QuarkusTransaction.rollback();
        add("after");
        await().atMost(Duration.ofSeconds(10)).until(() -> !sink.idsOf("after").isEmpty());
        assertEquals(List.of(), sink.idsOf("rolled-back"));
    }

    @Test
    void failingSink_isTriedAgainWithTheSameId() {
        sink.failNext("tried-again", 2);
        add("tried-again");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sink.idsOf("tried-again").size() == 3);
        List<String> ids = sink.idsOf("tried-again");
        assertTrue(ids.stream().allMatch(ids.get(0)::equals), ids.toString());
    }

    @Test
    void backlogWithOneThatHangs_isSentWithFewAtOnce() {
        sink.beSilentAbout("hangs");
        add("hangs");
        await().atMost(Duration.ofSeconds(10)).until(() -> !sink.idsOf("hangs").isEmpty());
        int commits = 200;
        for (int i = 0; i < commits; i++) {
            int commit = i;
            QuarkusTransaction.requiringNew().run(() -> {
                for (int j = 0; j < 10; j++) {
                    outbox.add(TYPE, "backlog-" + commit + "-" + j, Map.of());
                }
            });
        }
        await().atMost(Duration.ofSeconds(9)).until(() -> sink.subjects() == commits * 10 + 1);
        assertTrue(sink.mostAtOnce() <= 128, "at once: " + sink.mostAtOnce());
    }

    private void add(String subject) {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(TYPE, subject, Map.of("id", subject)));
    }
}
