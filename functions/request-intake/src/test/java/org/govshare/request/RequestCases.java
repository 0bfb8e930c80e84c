package org.govshare.request;

import static org.govshare.testkit.entrance.Agencies.HUNAN_CIVIL_AFFAIRS;
import static org.govshare.testkit.entrance.Agencies.HUNAN_HEALTH;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_HOUSING;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_HEALTH;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.http.ShareForm;

/** Requests at the steps that tests of the entrances start from; each method returns the request's id. */
public final class RequestCases {
    private RequestCases() {}

    public static String submitted(Preparation things) {
        return ask(things, SHIJIAZHUANG_HEALTH, "hebei-standard-addresses", Map.of("scenario", "流调"));
    }

    /** A request that has come to the provider. */
    public static String asked(Preparation things) {
        String request = submitted(things);
        things.act("/requests/" + request, SHIJIAZHUANG_AUTHORITY, "forward-up", "{}");
        things.act("/requests/" + request, PROVINCE_AUTHORITY, "forward", "{}");
        return request;
    }

    /** A request that the Shenyang police should have answered by 24 September 2025. */
    public static String late(Preparation things) {
        things.lawTime(Instant.parse("2025-09-17T01:00:00Z"));
        String request = ask(
                things,
                SHENYANG_HOUSING,
                "shenyang-household-register",
                Map.of("purpose", "租赁核验", "items", List.of("person_name")));
        things.lawTime(Preparation.TODAY);
        return request;
    }

    /** Withheld data, negotiated and filed with the authority; then misused, and reported to it (Hunan ch. 3). */
    public static String filedAndReported(Preparation things) {
        String request =
                ask(things, HUNAN_CIVIL_AFFAIRS, "hunan-hiv-case-reports", Map.of("name", "病例信息", "purpose", "救助"));
        String path = "/requests/" + request;
        things.act(path, HUNAN_HEALTH, "consent", "{\"scope\":\"是否确诊\",\"purpose\":\"救助\"}");
        things.act(path, HUNAN_HEALTH, "suspend-supply", "{\"misuse\":\"转让第三方\"}");
        return request;
    }

    private static String ask(Preparation things, String agency, String dataset, Map<String, ?> form) {
        return things.door().send(agency, "/requests", ShareForm.json(dataset, form));
    }
}
