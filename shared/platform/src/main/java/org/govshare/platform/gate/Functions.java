package org.govshare.platform.gate;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.funqy.runtime.FunctionRegistry;
import io.quarkus.funqy.runtime.bindings.knative.events.KnativeEventsBindingRecorder;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.problem.Violation;

/**
 * The functions of this assembly. Their names are the event types that they take, except for functions that a
 * PingSource wakes.
 */
final class Functions {

    private Functions() {}

    static boolean any() {
        return FunctionRecorder.registry != null;
    }

    static Set<String> names() {
        FunctionRegistry functions = FunctionRecorder.registry;
        return functions == null
                ? Set.of()
                : functions.invokers().stream().map(FunctionInvoker::getName).collect(Collectors.toSet());
    }

    /** Whether any part of a path is a function's name, after decoding it once more and without regard to case. */
    static boolean namedIn(String path) {
        Set<String> names =
                names().stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return List.of(decoded(path).toLowerCase(Locale.ROOT).split("[/;?#\\\\]")).stream()
                .map(String::strip)
                .anyMatch(names::contains);
    }

    /**
     * What is wrong with the data for the function that takes a type; the pointer is below {@code /data}. Called before
     * the function.
     */
    static Optional<Violation> flaw(String type, Optional<JsonNode> data) {
        FunctionInvoker function = names().contains(type) ? FunctionRecorder.registry.matchInvoker(type) : null;
        if (function == null || !function.hasInput()) {
            return Optional.empty();
        }
        if (data.isEmpty()) {
            return Optional.of(Violation.missing(CommandEvent.DATA));
        }
        Object reader = function.getBindingContext().get(KnativeEventsBindingRecorder.DATA_OBJECT_READER);
        try {
            if (reader instanceof ObjectReader typed) {
                typed.readValue(data.get());
            }
            return Optional.empty();
        } catch (JsonMappingException e) {
            return Optional.of(wrong(e.getPath().stream().map(Functions::token).collect(Collectors.joining())));
        } catch (IOException e) {
            return Optional.of(wrong(""));
        }
    }

    private static Violation wrong(String below) {
        return Violation.invalid(CommandEvent.DATA + below, PlatformMessages.WRONG_TYPE_FOR_NOTIFICATION);
    }

    private static String token(JsonMappingException.Reference step) {
        return "/" + (step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName());
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
