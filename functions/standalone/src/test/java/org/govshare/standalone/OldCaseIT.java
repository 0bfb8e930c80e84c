package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.govshare.standalone.Govshare.Up;
import org.govshare.testkit.http.ShareForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case goes on under the texts that it was opened under, across restarts, while their folder is changed, broken and removed. */
class OldCaseIT {
    private static final Path SOUND = Path.of("src/test/resources/mistakes/yunshan-2026");
    private static final String PROCEDURE = "procedures/share-request-conditional.yaml";
    private static final String ASKS = "内江市住房和城乡建设局";
    private static final String HOLDS = "内江市公安局";

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private Govshare govshare;
    private Up up;
    private String asks;
    private String holds;

    @Test
    void oldCase_goesOnUnderItsTexts() throws Exception {
        Path packs = Files.createDirectories(folder.resolve("packs"));
        Path pack = packs.resolve("yunshan-2026");
        copy(pack);
        try (Govshare here = new Govshare(folder.resolve("home")).with("GOVSHARE_PACKS", packs.toString())) {
            govshare = here;
            up = here.up();
            asks = token(ASKS);
            holds = token(HOLDS);
            String old = submitted();
            JsonNode opened = read(old);
            assertEquals("yunshan-2026", opened.at("/packs/0").asText(), opened::toString);

            change(pack, "period: 8 working-days", "period: 3 working-days");
            restart();
            assertEquals(clock(opened), clock(read(old)), "the old case keeps its due day and its explanation");
            assertNotEquals(
                    clock(opened).at("/lastDay"),
                    clock(read(submitted())).at("/lastDay"),
                    "a new case has the new period");
            assertEquals("completion", acted(old, holds, "ask-completion", Map.of("missing", "purpose")));

            change(pack, "to: decided", "to: nowhere");
            restart();
            assertTrue(up.get("/q/health/ready").body().contains("\"broken\": \"yunshan-2026\""), () -> ready());
            HttpResponse<String> refused = up.send("/requests", asks, form());
            assertEquals(503, refused.statusCode(), refused::body);
            assertEquals("reply", acted(old, asks, "complete", Map.of("purpose", "地址核验与补充说明")));

            delete(pack);
            restart();
            assertEquals("yunshan-2026", read(old).at("/packs/0").asText());
            assertEquals(clock(opened).at("/lastDay"), clock(read(old)).at("/lastDay"));
            assertEquals("shared", acted(old, holds, "consent", Map.of("scope", "全市")));
            assertTrue(read(old).path("closed").asBoolean());
            assertEquals(
                    "decree-809-2025",
                    read(submitted()).at("/packs/0").asText(),
                    "a new case is under what is left for its region");
        }
    }

    private String submitted() throws Exception {
        return json.readTree(up.post("/requests", asks, form()).body())
                .path("id")
                .asText();
    }

    private static String form() {
        return ShareForm.json("neijiang-household-addresses", Map.of("purpose", "地址核验"));
    }

    /** Takes an action that has to be possible, and returns the step that the case is at then. */
    private String acted(String id, String token, String action, Map<String, String> fields) throws Exception {
        String body = json.writeValueAsString(Map.of("action", action, "fields", fields));
        return json.readTree(
                        up.post("/requests/" + id + "/actions", token, body).body())
                .path("step")
                .asText();
    }

    private JsonNode read(String id) throws Exception {
        HttpResponse<String> answer = up.get("/requests/" + id, "Authorization", "Bearer " + asks);
        assertEquals(200, answer.statusCode(), answer::body);
        return json.readTree(answer.body());
    }

    /** The clock of the reply, which runs from receipt. */
    private static JsonNode clock(JsonNode read) {
        for (JsonNode clock : read.path("clocks")) {
            if (clock.path("duty").asText().equals("reply")) {
                return clock;
            }
        }
        throw new AssertionError(read.toString());
    }

    private String ready() {
        try {
            return up.get("/q/health/ready").body();
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }

    private void restart() throws Exception {
        assertEquals(143, up.stop(), () -> "see " + up.log());
        up = govshare.up();
    }

    private String token(String name) throws Exception {
        return govshare.run("token", "--name", name, "--role", "clerk,leader")
                .out()
                .strip();
    }

    private static void copy(Path pack) throws IOException {
        try (Stream<Path> files = Files.walk(SOUND)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = pack.resolve(SOUND.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        Files.readString(file)
                                .replace("990200", "511000")
                                .replace("rank:", "replaces: neijiang-2020-draft\nrank:"));
            }
        }
    }

    private static void change(Path pack, String from, String to) throws IOException {
        Path file = pack.resolve(PROCEDURE);
        String text = Files.readString(file);
        assertTrue(text.contains(from), from);
        Files.writeString(file, text.replace(from, to));
    }

    private static void delete(Path pack) throws IOException {
        try (Stream<Path> files = Files.walk(pack)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
