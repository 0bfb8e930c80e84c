package org.govshare.supervision;

import static org.govshare.testkit.entrance.Agencies.SHENYANG;

import java.time.Instant;
import org.govshare.testkit.entrance.Preparation;

/** Acts of Shenyang's government over its police, which are late; each method returns the act's id. */
public final class OrganActCases {
    private OrganActCases() {}

    /** An order to answer a late request by 28 October 2025. */
    public static String order(Preparation things, String late) {
        return order(things, late, "2025-10-28");
    }

    /** An order by a date that has passed. */
    public static String orderOverdue(Preparation things) {
        String late = things.thing("new-late");
        things.lawTime(Instant.parse("2025-10-10T01:00:00Z"));
        String order = order(things, late, "2025-10-20");
        things.lawTime(Preparation.TODAY);
        return order;
    }

    public static String circular(Preparation things) {
        String fields = "{\"grounds\":\"not-shared\",\"text\":\"通报\"}";
        return give(things, "/acts/circular", things.thing("new-late"), "reply", fields);
    }

    public static String bar(Preparation things) {
        String fields = "{\"grounds\":\"refusal\",\"finding\":\"期满未整改\"}";
        return give(things, "/acts/bar", things.thing("new-order-overdue"), "correct", fields);
    }

    private static String order(Preparation things, String late, String by) {
        String fields = "{\"grounds\":\"not-shared\",\"correct\":\"答复\",\"by\":\"" + by + "\"}";
        return give(things, "/acts/correction", late, "reply", fields);
    }

    private static String give(Preparation things, String path, String caseId, String clock, String fields) {
        return things.door()
                .send(
                        SHENYANG,
                        path,
                        "{\"case\":\"%s\",\"clock\":\"%s\",\"fields\":%s}".formatted(caseId, clock, fields));
    }
}
