package org.govshare.backflow.gate;

import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers events as Funqy hands them to a function, and fails when the data say so. */
@ApplicationScoped
public class EchoFunction {
    static final String TYPE = "org.govshare.test.echo.v1";
    /** By id. */
    static final Map<String, Seen> SEEN = new ConcurrentHashMap<>();

    /** What the function could read of an event. */
    record Seen(String source, String subject, Map<String, String> extensions, String word) {}

    /** Data of the type. */
    public record Echo(String word, boolean fail) {}

    @Funq(TYPE)
    public void echo(CloudEvent<Echo> event) {
        if (event.data().fail()) {
            throw new IllegalStateException("secret of the inside");
        }
        SEEN.put(
                event.id(),
                new Seen(
                        event.source(),
                        String.valueOf(event.subject()),
                        event.extensions(),
                        event.data().word()));
    }
}
