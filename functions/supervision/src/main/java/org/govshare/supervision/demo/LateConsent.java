package org.govshare.supervision.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.govshare.demo.Agency;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Stage;

/** The provider consents after its period has ended. */
final class LateConsent {
    private LateConsent() {}

    /** The breach stays on record; the head of the sharing office consents (Decree 809 art. 20 para. 3). */
    static void give(Stage stage, String moment, Agency late, Proceeding request, Map<String, String> fields) {
        request.act(moment, late.head(), "consent", fields, "consents at last 同意共享, within scope and purpose.");
        JsonNode reply = request.clock(late, "reply");
        stage.expect()
                .equal(
                        "the late reply stays a breach",
                        true,
                        reply.path("breached").asBoolean());
        stage.expect()
                .equal("how the reply ended", "FULFILLED", reply.path("ended").asText());
    }
}
