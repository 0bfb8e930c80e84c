package org.govshare.verification;

import static org.govshare.testkit.entrance.Agencies.CIVIL_AFFAIRS;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_AUTHORITY;

import java.time.Instant;
import org.govshare.testkit.entrance.Preparation;

/** Verifications at the steps that tests of the entrances start from; methods that make one return its id. */
public final class VerificationCases {
    private VerificationCases() {}

    public static String raised(Preparation things) {
        return things.door()
                .send(
                        SHIJIAZHUANG_AUTHORITY,
                        "/verifications",
                        "{\"dataset\":\"hebei-communities\",\"records\":[\"%s\"],\"doubt\":\"名称有误\"}"
                                .formatted(things.thing("record")));
    }

    /** A verification that has come to the provider. */
    public static String doubted(Preparation things) {
        String verification = raised(things);
        things.act("/verifications/" + verification, SHIJIAZHUANG_AUTHORITY, "forward", "{}");
        return verification;
    }

    /**
     * A verification due on 28 July 2025 for which the provider has asked for 5 days more; law's time stays at the day after,
     * until {@link #moreTime}. Since 1 August 2025 the period is not extended (Decree 809 art. 26).
     */
    public static String lateWithMoreTimeAsked(Preparation things) {
        things.lawTime(Instant.parse("2025-07-14T01:00:00Z"));
        String verification = doubted(things);
        things.act(
                "/verifications/" + verification,
                CIVIL_AFFAIRS,
                "ask-extension",
                "{\"clock\":\"verify\",\"grounds\":\"涉及多部门核实\",\"amount\":\"5\"}");
        things.lawTime(Instant.parse("2025-07-29T01:00:00Z"));
        return verification;
    }

    /** The agencies that were told that it is late are told that it is not (Hebei art. 16 para. 2). */
    public static void moreTime(Preparation things, String verification) {
        things.act(
                "/verifications/" + verification,
                SHIJIAZHUANG_AUTHORITY,
                "consent-extension",
                "{\"clock\":\"verify\"}");
        things.lawTime(Preparation.TODAY);
    }
}
