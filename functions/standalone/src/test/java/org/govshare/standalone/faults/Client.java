package org.govshare.standalone.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.govshare.standalone.faults.Command.Answer;
import org.govshare.standalone.faults.Command.CommandBatch;
import org.govshare.standalone.faults.Command.Story;
import org.govshare.testkit.TestTokens;

/** Sends commands over HTTP with a token, and again under the same id until there is an answer. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final int LONGEST_PAUSE_MILLIS = 250;
    private static final int TOO_MANY = 429;
    private static final int FAULT_FROM = 500;

    private final List<URI> applications;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Journal journal;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** Each attempt goes to any of the applications. */
    Client(List<URI> applications, Journal journal) {
        this.applications = List.copyOf(applications);
        this.journal = journal;
    }

    /** Plays a story to its end; the last batch may be given up after one attempt. */
    void play(Story story) {
        journal.begin(story);
        for (CommandBatch batch : story.batches()) {
            if (batch.patient()) {
                insist(batch);
            } else {
                once(batch, Duration.ofMillis(20 + ThreadLocalRandom.current().nextInt(100)));
            }
            journal.settle();
        }
    }

    /** Sends until there is an answer. */
    void insist(CommandBatch batch) {
        while (!once(batch, PATIENCE)) {
            Pause.millis(20 + ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
        }
    }

    /** One attempt; a 5xx, a 429 or nothing at all is no answer. */
    boolean once(CommandBatch batch, Duration patience) {
        try {
            HttpResponse<String> response = http.send(request(batch, patience), BodyHandlers.ofString());
            if (response.statusCode() >= FAULT_FROM || response.statusCode() == TOO_MANY) {
                journal.unanswered(batch, Integer.toString(response.statusCode()));
                return false;
            }
            Optional<List<Answer>> outcomes = outcomes(batch, response);
            outcomes.ifPresent(answers -> journal.answered(batch, answers));
            return outcomes.isPresent();
        } catch (IOException e) {
            journal.unanswered(batch, e.getClass().getSimpleName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    private HttpRequest request(CommandBatch batch, Duration patience) {
        Command first = batch.first();
        String about = journal.caseOf(first);
        URI application = applications.get(ThreadLocalRandom.current().nextInt(applications.size()));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        application.resolve(first.pathOf(about).substring(1)))
                .timeout(patience)
                .header("Accept-Language", "en")
                .header("Authorization", tokens.computeIfAbsent(first.agency(), Client::token));
        if (batch.commands().size() > 1) {
            return request.header("Content-Type", "application/cloudevents-batch+json; charset=UTF-8")
                    .POST(BodyPublishers.ofString(batch(batch)))
                    .build();
        }
        request.header("Content-Type", "application/json");
        if (first.path().isPresent()) {
            request.header("Idempotency-Key", first.id());
        } else {
            request.header("ce-specversion", "1.0");
            request.header("ce-id", first.id());
            request.header("ce-source", first.source());
            request.header("ce-type", first.type());
        }
        return request.POST(BodyPublishers.ofString(first.dataOf(about))).build();
    }

    /** Of a clerk who is the head of the sharing office too. */
    private static String token(String agency) {
        return TestTokens.agency(agency, "clerk", "leader").bearer();
    }

    private static String batch(CommandBatch batch) {
        ArrayNode events = JSON.createArrayNode();
        for (Command command : batch.commands()) {
            events.addObject()
                    .put("specversion", "1.0")
                    .put("id", command.id())
                    .put("source", command.source())
                    .put("type", command.type())
                    .set("data", json(command.data()));
        }
        return events.toString();
    }

    /** Nothing when the answer ends before it is whole. */
    private static Optional<List<Answer>> outcomes(CommandBatch batch, HttpResponse<String> response)
            throws IOException {
        JsonNode body = JSON.readTree(response.body());
        if (batch.commands().size() == 1 || !body.isArray()) {
            return Optional.of(batch.commands().stream()
                    .map(command -> new Answer(response.statusCode(), body))
                    .toList());
        }
        List<Answer> answers = new ArrayList<>();
        for (JsonNode one : body) {
            JsonNode outcome = one.has("result") ? one.get("result") : one.get("problem");
            answers.add(new Answer(one.path("status").asInt(), outcome));
        }
        return answers.size() == batch.commands().size() ? Optional.of(answers) : Optional.empty();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
