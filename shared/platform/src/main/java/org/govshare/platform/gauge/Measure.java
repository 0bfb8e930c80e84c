package org.govshare.platform.gauge;

import java.util.List;

/**
 * One group of gauges that one query reads. The query runs every few seconds in every process, so it must use an index
 * and read a bounded number of rows.
 */
public interface Measure {
    /** A query counts at most this many rows; a gauge that shows this number means "more than ten thousand". */
    int MOST = 10_001;

    /** The gauges of the query's columns, in their order. */
    List<Column> columns();

    /** A query of one row of numbers; a null is shown as NaN. It may have parameters. */
    String query();

    /** The values of the query's parameters: moments with an offset, or days. */
    default List<Object> parameters() {
        return List.of();
    }

    /**
     * A column and the gauge that shows it.
     *
     * @param name with dots; Prometheus shows it with underscores, followed by the unit
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
