package org.govshare.standalone.nativeimage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A native build runs static initialisers and keeps what they made: a random seed, a thread, a clock or a socket of the build's
 * machine, where the build does not stop at it. Each class of ours and of the libraries that no Quarkus extension looks after is
 * initialised here, and what its statics lead to is looked at.
 */
class StaticsTest {
    private static final String OURS = "META-INF/native-image/org.govshare/govshare-platform/native-image.properties";
    private static final String AT_RUN_TIME = "--initialize-at-run-time=";

    @Test
    void statics_holdNothingOfTheMachineThatBuilds() throws IOException {
        List<String> atRunTime = initialisedAtRunTime();
        Set<String> reachable = Reachable.classes();
        assertTrue(
                reachable.containsAll(Set.of(
                        "com.github.f4b6a3.uuid.UuidCreator",
                        "com.standardwebhooks.Webhook",
                        "io.github.bucket4j.Bucket",
                        "org.govshare.platform.sql.RowIds")),
                "the search still finds what it should: " + reachable);
        Set<String> found = new TreeSet<>();
        for (String name : reachable) {
            if (atRunTime.stream().noneMatch(name::startsWith)) {
                found.addAll(Statics.of(name).held());
            }
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void withoutItsSetting_uuidCreatorIsFound() {
        Set<String> found = Reachable.classes().stream()
                .filter(name -> name.startsWith("com.github.f4b6a3.uuid"))
                .flatMap(name -> Statics.of(name).held().stream())
                .collect(Collectors.toSet());
        assertTrue(found.stream().anyMatch(held -> held.endsWith("Random")), found::toString);
    }

    @Test
    void plantedStatics_areFound() {
        List<String> held = Statics.of(Planted.class.getName()).held();
        assertEquals(
                List.of(
                        Planted.class.getName() + ".DICE holds java.util.Random",
                        Planted.class.getName() + ".WORKERS holds java.util.concurrent.ThreadPoolExecutor"),
                held);
    }

    /** A seed behind a lambda, and threads in a list of lists. */
    static final class Planted {
        static final IntSupplier DICE = dice(new Random());
        static final List<Object> WORKERS =
                new ArrayList<>(List.of(List.of(java.util.concurrent.Executors.newFixedThreadPool(1))));
        static final List<String> HARMLESS = List.of("a");

        private static IntSupplier dice(Random random) {
            return () -> random.nextInt(6);
        }
    }

    private static List<String> initialisedAtRunTime() throws IOException {
        Properties settings = new Properties();
        try (InputStream in = StaticsTest.class.getClassLoader().getResourceAsStream(OURS)) {
            settings.load(in);
        }
        return Arrays.stream(settings.getProperty("Args").split(" "))
                .filter(argument -> argument.startsWith(AT_RUN_TIME))
                .flatMap(argument ->
                        Arrays.stream(argument.substring(AT_RUN_TIME.length()).split(",")))
                .toList();
    }
}
