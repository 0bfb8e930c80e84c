package org.govshare.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.database.Folders;

/**
 * What lives in the heap after work on many clocks compared with few: the whole application with a fixed heap escalates what is
 * overdue and sends it on, counts all clocks again, and lists cases and notices page by page; then everything that can be is
 * collected.
 */
final class Heap {
    static final String NAME = "heap";
    private static final double GOAL = 1.2;
    private static final int PAGES = 100;
    private static final Duration STRIDE = Duration.ofSeconds(60);
    private static final String AGENCY = "河北省数据和政务服务局";
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final String BEHIND = "select count(*) from case_clock where calendar = 0";
    private static final String UNSENT = "select count(*) from outbox where sent_at is null";

    private final int clocks;
    private final Path application;

    Heap(int clocks, Path application) {
        this.clocks = clocks;
        this.application = application;
    }

    Outcome measure(DurableServer server) throws Exception {
        long few = live(server, Clocked.FEW);
        long all = live(server, Clocked.ALL);
        return Outcome.atMost(
                NAME,
                (double) all / few,
                GOAL,
                String.format(
                        Locale.ROOT,
                        "live heap after collection, -Xmx256m, all of Govshare in one process: %.1f MiB after %,d open clocks,"
                                + " %.1f MiB after %,d; each time all overdue rungs fired and notified, all clocks counted again,"
                                + " up to %d pages each of cases and notices read",
                        all / 1048576.0,
                        clocks,
                        few / 1048576.0,
                        Clocked.FEW_CLOCKS,
                        PAGES));
    }

    private long live(DurableServer server, String rows) throws Exception {
        server.copy(rows, "heap");
        Path home = Folders.ownerOnly(Files.createTempDirectory("govshare-heap"));
        System.out.println(NAME + ": working at " + rows);
        try (Connection looking = server.superuser("heap");
                Application running =
                        Application.start(application, home, server.ownerUrl("heap"), server.appUrl("heap"), AGENCY)) {
            until(looking, running, OpenClocks.WAITING);
            RecountRows.loadNotice(looking);
            until(looking, running, BEHIND);
            until(looking, running, UNSENT);
            read(running, "/requests?limit=200", "&after=");
            read(running, "/notices?limit=500&after=0-0", "&after=");
            return running.liveHeap();
        } finally {
            server.drop("heap");
            delete(home);
        }
    }

    /** Until nothing of it is left; fails when it stands still. */
    private static void until(Connection looking, Application running, String left) throws Exception {
        long before = Long.MAX_VALUE;
        long since = System.nanoTime();
        for (long now = DurableServer.count(looking, left); now > 0; now = DurableServer.count(looking, left)) {
            if (now < before) {
                before = now;
                since = System.nanoTime();
            } else if (!running.isAlive() || System.nanoTime() - since > STRIDE.toNanos()) {
                throw new IllegalStateException("the work stands still: see " + running.log());
            }
            Thread.sleep(500);
        }
    }

    private static void read(Application running, String first, String after) throws Exception {
        String page = running.get(first);
        Matcher next = NEXT.matcher(page);
        for (int i = 1; i < PAGES && next.find(); i++) {
            page = running.get(first.replaceFirst("&after=.*", "") + after + next.group(1));
            next = NEXT.matcher(page);
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("benchmarks: " + folder + " is left over");
        }
    }
}
