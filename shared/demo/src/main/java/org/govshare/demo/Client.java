package org.govshare.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Speaks to the functions as an agency's tool would: HTTP, JSON, a bearer token. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final URI address;
    private final Place.Signer signer;

    public Client(URI address, Place.Signer signer) {
        this.address = address;
        this.signer = signer;
    }

    /** What was answered; the body is missing when there was none. */
    public record Answer(int status, JsonNode body) {
        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    public Answer get(Agency who, String path) {
        return send(request(who, path).GET());
    }

    /** A command with a key of its own. */
    public Answer post(Agency who, String path, Object body) {
        return send(request(who, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
    }

    private HttpRequest.Builder request(Agency who, String path) {
        String token =
                tokens.computeIfAbsent(who.code() + " " + who.role(), key -> signer.token(who.code(), who.role()));
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            JsonNode body = answer.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(answer.body());
            return new Answer(answer.statusCode(), body);
        } catch (IOException e) {
            throw new Unmet("an answer over HTTP was expected, came " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmet("the demo was interrupted");
        }
    }
}
