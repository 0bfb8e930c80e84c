package org.govshare.backflow;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.govshare.platform.sql.Database;
import org.govshare.records.RecordChange;
import org.govshare.records.RecordStore;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without any tick each change reaches its city by wakes alone, whenever they come. Each test has a city of its own. */
@QuarkusTest
@TestProfile(TicksOff.class)
@QuarkusTestResource(PostgresResource.class)
class WakesQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATASET = "hebei-place-names";
    private static final int ROUNDS = 6;

    @Inject
    RecordStore records;

    @Inject
    Streams streams;

    @Inject
    Database database;

    private final List<CityReceiver> receivers = new ArrayList<>();

    @BeforeEach
    void loadRegistry() throws Exception {
        BackflowFixture.loadRegistry();
    }

    @AfterEach
    void close() {
        receivers.forEach(CityReceiver::close);
    }

    @Test
    void secondChangeWhileASlowCityTakesTheFirst_arrives_sixTimesOfSix() {
        CityReceiver receiver = flowing("130100");
        WakesOnly wakes = wakes("130100");
        receiver.beforeAnswer = () -> TimeUnit.MILLISECONDS.sleep(400);
        for (int round = 1; round <= ROUNDS; round++) {
            int batches = receiver.manifests.size();
            put("130102", "first-" + round);
            CompletableFuture<Integer> pushing = CompletableFuture.supplyAsync(wakes::bring);
            await().atMost(PATIENCE).until(() -> receiver.manifests.size() > batches);
            put("130102", "second-" + round);
            wakes.bring();
            pushing.join();
            int held = 2 * round;
            await().atMost(PATIENCE).untilAsserted(() -> {
                wakes.bring();
                assertEquals(held, receiver.records());
            });
        }
        assertEquals(List.of(), receiver.faults);
        assertEquals(2 * ROUNDS, number("130100", "sentLines"));
    }

    @Test
    void wakesWhileABatchIsUnanswered_areAcknowledged_andTheHolderPushesOn() throws Exception {
        CityReceiver receiver = flowing("130200");
        WakesOnly wakes = wakes("130200");
        CountDownLatch answer = new CountDownLatch(1);
        receiver.beforeAnswer = answer::await;
        int batches = receiver.manifests.size();
        put("130202", "first");
        CompletableFuture<Integer> pushing = CompletableFuture.supplyAsync(wakes::bring);
        await().atMost(PATIENCE).until(() -> receiver.manifests.size() > batches);
        for (int i = 0; i < 5; i++) {
            put("130202", "later-" + i);
            assertEquals(1, wakes.bring());
        }
        assertEquals(1, receiver.records(), "the city has not answered yet");
        assertEquals(1, wakes.toCome(), "one wake for the case that the holder dies, however many found it busy");

        answer.countDown();
        pushing.join();
        awaitAll(receiver, wakes, 6);
        assertEquals(batches + 2, receiver.manifests.size());
        assertEquals(6, number("130200", "sentLines"));
    }

    @Test
    void wakeThatComesAsTheLeaseIsGivenBack_isLeftWordOf() {
        flowing("130300");
        StreamKey key = new StreamKey("130300", DATASET);
        assertEquals(false, streams.knock(key), "nobody holds it");
        Lease lease = streams.take(key).orElseThrow();
        assertTrue(streams.knock(key));
        assertEquals(true, released(lease));
        assertEquals(false, released(streams.take(key).orElseThrow()), "word is left for one holder only");
        assertEquals(false, released(lease), "a lease that is gone tells nothing");
    }

    @Test
    void manyReplicasAndChanges_allArriveAndNoneTwice() {
        CityReceiver receiver = flowing("130400");
        WakesOnly wakes = wakes("130400");
        receiver.beforeAnswer = () -> TimeUnit.MILLISECONDS.sleep(50);
        CompletableFuture.allOf(IntStream.range(0, 24)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> {
                            put("130402", "key-" + i);
                            wakes.bring();
                        }))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        awaitAll(receiver, wakes, 24);
        assertEquals(24, number("130400", "sentLines"));
        assertEquals(List.of(), receiver.faults);
    }

    @Test
    void replicaKilledWhileItPushes_anotherTakesOverWhenItsLeaseHasRunOut() {
        CityReceiver receiver = flowing("130500");
        WakesOnly wakes = wakes("130500");
        streams.take(new StreamKey("130500", DATASET)).orElseThrow();
        put("130502", "after-the-kill");
        assertEquals(1, wakes.bring());
        assertEquals(0, receiver.records());
        assertEquals(1, wakes.toCome());

        wakes.letTimePass();
        assertEquals(1, wakes.bring());
        assertEquals(1, receiver.records());
    }

    @Test
    void changeThatAnOlderTransactionHoldsBack_isLookedForAgain_andOneWakeIsOnItsWay() throws Exception {
        CityReceiver receiver = flowing("130600");
        WakesOnly wakes = wakes("130600");
        try (Connection older = BackflowFixture.owner()) {
            older.setAutoCommit(false);
            older.createStatement().execute("select pg_current_xact_id()");
            for (int i = 0; i < 3; i++) {
                put("130602", "held-back-" + i);
                assertTrue(wakes.bring() >= 1);
            }
            assertEquals(0, receiver.records());
            assertEquals(1, wakes.toCome());
            older.rollback();
        }
        wakes.letTimePass();
        assertEquals(1, wakes.bring());
        assertEquals(3, receiver.records());
    }

    @Test
    void cityThatFailed_isTriedAgainByAWake() {
        CityReceiver receiver = flowing("130700");
        WakesOnly wakes = wakes("130700");
        receiver.answer = 503;
        put("130702", "refused-at-first");
        assertEquals(1, wakes.bring());
        assertEquals("HTTP 503", BackflowFixture.stream("130700", DATASET).get("lastError"));
        assertEquals(1, wakes.toCome());

        receiver.answer = 204;
        wakes.letTimePass();
        assertEquals(1, wakes.bring());
        assertEquals(1, receiver.records());
    }

    @Test
    void oneWake_pushesABoundedSlice_andTheNextOneGoesOn() {
        CityReceiver receiver = flowing("130800");
        WakesOnly wakes = wakes("130800");
        int rows = (PushSlice.MOST_BATCHES + 1) * Batches.MOST_LINES;
        int batches = receiver.manifests.size();
        put("130802", IntStream.range(0, rows).mapToObj(i -> "row-" + i).toArray(String[]::new));
        assertEquals(1, wakes.bring());
        assertEquals(batches + PushSlice.MOST_BATCHES, receiver.manifests.size());
        assertEquals(1, wakes.bring(), "the slice's own wake");
        assertEquals(rows, receiver.records());
        assertEquals(0, wakes.bring());
    }

    /** A city that has its snapshot, which was empty. */
    private CityReceiver flowing(String city) {
        CityReceiver receiver = new CityReceiver(city, DATASET);
        receivers.add(receiver);
        BackflowFixture.activate(receiver);
        BackflowFixture.need(city, DATASET).statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> {
            wakes(city).bring();
            assertEquals("changes", BackflowFixture.stream(city, DATASET).get("state"));
        });
        return receiver;
    }

    private static WakesOnly wakes(String city) {
        return new WakesOnly(new StreamKey(city, DATASET));
    }

    private void put(String region, String... keys) {
        records.apply(
                DATASET,
                List.of(keys).stream()
                        .map(key -> RecordChange.upsert(
                                region + "-" + key,
                                region,
                                JsonNodeFactory.instance.objectNode().put("name", "地名")))
                        .toList());
    }

    private boolean released(Lease lease) {
        return database.callInNew(connection -> streams.release(connection, lease));
    }

    private static void awaitAll(CityReceiver receiver, WakesOnly wakes, long count) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            wakes.bring();
            assertEquals(count, receiver.records());
        });
    }

    private static long number(String city, String name) {
        return ((Number) BackflowFixture.stream(city, DATASET).get(name)).longValue();
    }
}
