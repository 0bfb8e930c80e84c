package org.govshare.demo;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.govshare.demo.Operator.Loaded;

/** The real rows that the demo ships, loaded as an operator loads a provider's file. */
public final class Rows {
    /** The dataset that flows back to the cities. */
    public static final String COMMUNITIES = "hebei-communities";

    public static final long ALL = 54_145;
    public static final long BY_PREFIX = 1_298;

    private static final String FILE = "/demo/hebei-communities.tsv.gz";

    private Rows() {}

    /** Loads them into a dataset of the provider's and reports how it went. */
    public static void load(Stage stage, String moment, Agency provider, String dataset) {
        stage.clock().to(moment);
        stage.page()
                .step(
                        LawClock.readLocal(moment),
                        provider.toString(),
                        "has its rows gathered 归集 into " + dataset + ".");
        stage.page().note("article", "hebei-2022 art. 12");
        long start = System.nanoTime();
        Loaded loaded = stage.operator().load(dataset, FILE, "code", "region");
        stage.expect().equal("rows loaded into " + dataset, ALL, loaded.inserted());
        stage.expect().equal("rows with a region code that the table lacks", BY_PREFIX, loaded.byPrefix());
        stage.page()
                .text(String.format(
                        Locale.ROOT,
                        "%,d rows loaded in %.1f s; %,d of them have region codes that the table of divisions lacks,"
                                + " such as %s, and roll up by their first four digits.",
                        loaded.inserted(),
                        seconds(start),
                        loaded.byPrefix(),
                        loaded.unknownRegions().stream().min(String::compareTo).orElseThrow()));
    }

    /** Wall time since, in seconds. */
    public static double seconds(long startNanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos) / 1000.0;
    }
}
