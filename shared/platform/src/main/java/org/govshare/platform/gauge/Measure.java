package org.govshare.platform.gauge;

import java.util.List;

/**
 * One group of gauges that one query reads. The query runs every few seconds in every process: it reads by index, and a
 * bounded number of rows, however many there are.
 */
public interface Measure {
    /** Up to this many rows a query counts; a gauge that shows it means "more than ten thousand". */
    int MOST = 10_001;

    /** What the query's columns show, in their order. */
    List<Column> columns();

    /** A query of one row of numbers; a null is shown as NaN. It may have parameters. */
    String query();

    /** Values of the query's parameters: moments with an offset, or days. */
    default List<Object> parameters() {
        return List.of();
    }

    /**
     * A column and the gauge that shows it.
     *
     * @param name with dots; Prometheus shows it with underscores, and the unit behind it
     * @param unit empty for a plain number
     */
    record Column(String name, String unit, String meaning) {

        /** A number of things. */
        public static Column count(String name, String meaning) {
            return new Column(name, "", meaning);
        }

        /** A length of time, in seconds. */
        public static Column seconds(String name, String meaning) {
            return new Column(name, "seconds", meaning);
        }
    }
}
