package org.govshare.standalone.knative;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexReader;

/** Who takes which event, read from the indexes of the functions on the class path. */
final class Consumers {
    private static final String FUNQ = "io.quarkus.funqy.Funq";
    private static final String MAPPING = "io.quarkus.funqy.knative.events.CloudEventMapping";
    private static final Pattern MODULE = Pattern.compile("functions/([a-z-]+)/target/");

    private Consumers() {}

    /**
     * A method that Funqy calls.
     *
     * @param function the module's folder under {@code functions/}
     * @param attributes what an event must carry besides its type
     */
    record Consumer(String function, String type, Map<String, String> attributes) {
        String service() {
            return function + "-inner";
        }
    }

    static List<Consumer> all() throws IOException {
        List<Consumer> consumers = new ArrayList<>();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (URL url : Collections.list(loader.getResources("META-INF/jandex.idx"))) {
            Matcher module = MODULE.matcher(url.getPath());
            if (module.find()) {
                try (InputStream in = url.openStream()) {
                    new IndexReader(in)
                            .read()
                            .getAnnotations(FUNQ)
                            .forEach(funq -> consumers.add(of(module.group(1), funq)));
                }
            }
        }
        return consumers;
    }

    private static Consumer of(String function, AnnotationInstance funq) {
        AnnotationTarget method = funq.target();
        AnnotationInstance mapping = method.annotation(MAPPING);
        String name =
                funq.value() == null ? method.asMethod().name() : funq.value().asString();
        if (mapping == null) {
            return new Consumer(function, name, Map.of());
        }
        AnnotationValue trigger = mapping.value("trigger");
        return new Consumer(function, trigger == null ? name : trigger.asString(), attributes(mapping));
    }

    private static Map<String, String> attributes(AnnotationInstance mapping) {
        Map<String, String> attributes = new HashMap<>();
        if (mapping.value("attributes") != null) {
            Arrays.stream(mapping.value("attributes").asNestedArray())
                    .forEach(attribute -> attributes.put(
                            attribute.value("name").asString(),
                            attribute.value("value").asString()));
        }
        return attributes;
    }
}
