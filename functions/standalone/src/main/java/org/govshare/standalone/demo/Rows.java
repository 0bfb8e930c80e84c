package org.govshare.standalone.demo;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.govshare.exchange.LoadReport;
import org.govshare.exchange.RecordFile;

/** The real rows that the demo ships, loaded as an operator loads a provider's file. */
final class Rows {
    static final long ALL = 54_145;
    static final long BY_PREFIX = 1_298;

    private static final String FILE = "/demo/hebei-communities.tsv.gz";

    private Rows() {}

    /** Loads them into a dataset of the provider's and tells how it went. */
    static void load(Stage stage, String moment, Agency provider, String dataset) {
        stage.clock().to(moment);
        stage.page()
                .step(
                        LawClock.readLocal(moment),
                        provider.toString(),
                        "has its rows gathered 归集 into " + dataset + ".");
        stage.page().note("article", "hebei-2022 art. 12");
        RecordFile file = new RecordFile(FILE, () -> Rows.class.getResourceAsStream(FILE), "code", "region");
        long start = System.nanoTime();
        LoadReport report = stage.place().records().load(dataset, file, progress -> {});
        stage.expect()
                .equal("rows loaded into " + dataset, ALL, report.applied().inserted());
        stage.expect().equal("rows with a region code that the table lacks", BY_PREFIX, report.byPrefix());
        stage.page()
                .text(String.format(
                        Locale.ROOT,
                        "%,d rows loaded in %.1f s; %,d of them have region codes that the table of divisions lacks,"
                                + " such as %s, and roll up by their first four digits.",
                        report.applied().inserted(),
                        seconds(start),
                        report.byPrefix(),
                        report.unknownRegions().keySet().stream()
                                .min(String::compareTo)
                                .orElseThrow()));
    }

    /** Wall time since, in seconds. */
    static double seconds(long startNanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos) / 1000.0;
    }
}
