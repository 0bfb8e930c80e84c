package org.govshare.upkeep.root;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every alteration before the last root is found; replay with -Dgovshare.seed=N. */
class TamperingTest {
    private static final int ROUNDS_AS_OWNER = 200;
    private static final int ROUNDS_ON_THE_FILE = 50;
    private static final int CASES = 9;

    @TempDir
    Path folder;

    @Test
    void alterationsBeforeTheLastRoot_areFound() throws Exception {
        long seed = Long.getLong("govshare.seed", new Random().nextInt(1_000_000));
        System.out.println("tampering with the trail, seed " + seed);
        Random random = new Random(seed);
        try (SmallTrail trail = new SmallTrail(folder)) {
            grow(trail, random);
            Verdict before = trail.verify();
            assertTrue(before.sound(), before.text(Locale.ENGLISH));
            for (Tampering way : rounds()) {
                way.on(trail, random);
                Verdict verdict = trail.verify();
                assertFalse(verdict.sound(), "seed " + seed + " " + way);
                assertFalse(verdict.faults().isEmpty());
                trail.restore();
            }
            assertEquals(before, trail.verify());
        }
    }

    /** Each kind's ways in turn, so that the file's take nothing from the owner's rounds. */
    private static List<Tampering> rounds() {
        Map<Boolean, List<Tampering>> ways =
                Arrays.stream(Tampering.values()).collect(Collectors.partitioningBy(Tampering::asOwner));
        return Stream.concat(
                        Stream.generate(() -> ways.get(true))
                                .flatMap(List::stream)
                                .limit(ROUNDS_AS_OWNER),
                        Stream.generate(() -> ways.get(false))
                                .flatMap(List::stream)
                                .limit(ROUNDS_ON_THE_FILE))
                .toList();
    }

    @Test
    void everyColumnOfAnEntry_isTampered() throws Exception {
        try (SmallTrail trail = new SmallTrail(folder)) {
            Set<String> columns = new TreeSet<>(
                    trail.texts("select column_name from information_schema.columns where table_name = 'audit_entry'"));
            columns.remove("txid");
            assertEquals(columns, new TreeSet<>(Tampering.COLUMNS.keySet()));
        }
    }

    /** Three roots over cases of several lengths and an agency's day, and entries after the last. */
    private static void grow(SmallTrail trail, Random random) throws Exception {
        List<Optional<UUID>> cases = new ArrayList<>();
        cases.add(Optional.empty());
        for (int i = 0; i < CASES; i++) {
            cases.add(Optional.of(new UUID(random.nextLong(), random.nextLong())));
        }
        for (int root = 1; root <= 3; root++) {
            List<Optional<UUID>> entries = new ArrayList<>(root == 1 ? cases : List.of());
            for (int i = 0; i < 20; i++) {
                entries.add(cases.get(random.nextInt(cases.size())));
            }
            trail.enter(entries);
            assertEquals(Optional.of((long) root), trail.root());
        }
        trail.enter(cases.subList(0, 4));
        trail.save();
    }
}
