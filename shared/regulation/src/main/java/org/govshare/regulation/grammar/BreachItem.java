package org.govshare.regulation.grammar;

import java.util.List;
import java.util.Map;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;

/**
 * One breach that an article lists.
 *
 * @param duties names of the clocks whose lateness it covers, by kind of procedure; empty for what no clock measures and an
 *     organ must find
 */
public record BreachItem(String name, Text title, Map<String, List<String>> duties, Basis basis) {

    public boolean covers(String kind, String duty) {
        return duties.getOrDefault(kind, List.of()).contains(duty);
    }
}
