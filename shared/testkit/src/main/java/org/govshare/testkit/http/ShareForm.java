package org.govshare.testkit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** What a request for data states today: what the local text asks for, and the five contents of Decree 809, art. 20 para. 2. */
public final class ShareForm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> NATIONAL = Map.of(
            "use-basis", "Law on Infectious Diseases, art. 40",
            "scenario", "tracing of an epidemic",
            "scope", "this city",
            "mode", "interface",
            "use-until", "2027-12-31");

    private ShareForm() {}

    /** The local form with those of the five contents that it does not state itself; the map may be changed. */
    public static Map<String, Object> of(Map<String, ?> local) {
        Map<String, Object> form = new TreeMap<>(NATIONAL);
        form.putAll(local);
        return form;
    }

    /** The same as the body of a request for a dataset. */
    public static Map<String, Object> of(String dataset, Map<String, ?> local) {
        Map<String, Object> body = of(local);
        body.put("dataset", dataset);
        return body;
    }

    /** The body as JSON, the same text for the same form. */
    public static String json(String dataset, Map<String, ?> local) {
        try {
            return JSON.writeValueAsString(of(dataset, local));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(dataset, e);
        }
    }
}
