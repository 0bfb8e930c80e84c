package org.govshare.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.govshare.platform.failure.CommandException;

/** The calendar of a running server, as an operator reaches it over HTTP. */
final class CalendarApi {
    static final long PAUSE_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    // A server asked to change to HTTP/2 with the first request cannot read that request's body.
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String url;
    private final String token;

    CalendarApi(URI url, String token) {
        this.url = url.toString().replaceAll("/+$", "");
        this.token = token;
    }

    /**
     * The progress of a recount.
     *
     * @param toRecount clocks still counted with an older calendar
     * @param moved due moments that this version moved
     */
    record Standing(int version, String provisionalFrom, long toRecount, long moved) {}

    /**
     * Loads a notice, once however often the request is sent.
     *
     * @return whether it changes anything
     */
    boolean load(String notice) throws InterruptedException {
        String body = JSON.createObjectNode().put("notice", notice).toString();
        HttpRequest.Builder request = request("/calendar/notices")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        return !send(request).path("state").asText().equals("unchanged");
    }

    Standing read() throws InterruptedException {
        JsonNode answer = send(request("/calendar"));
        return new Standing(
                answer.path("version").asInt(),
                answer.path("provisionalFrom").asText(),
                answer.path("toRecount").asLong(),
                answer.path("moved").asLong());
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept-Language", "en");
        } catch (IllegalArgumentException e) {
            throw new CommandException("--url wants an address such as http://127.0.0.1:8080", e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        HttpResponse<String> response;
        try {
            response = client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CommandException("no govshare answers at " + url + ": start it, or give another --url", e);
        }
        JsonNode body = parse(response.body());
        if (response.statusCode() / 100 != 2) {
            throw new CommandException(refusal(response.statusCode(), body));
        }
        return body;
    }

    private static String refusal(int status, JsonNode problem) {
        StringBuilder text = new StringBuilder("refused (" + status + ")");
        for (String member : new String[] {"title", "detail"}) {
            if (problem.path(member).isTextual()) {
                text.append(": ").append(problem.path(member).asText());
            }
        }
        problem.path("violations")
                .forEach(violation ->
                        text.append('\n').append(violation.path("message").asText()));
        return text.toString();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
