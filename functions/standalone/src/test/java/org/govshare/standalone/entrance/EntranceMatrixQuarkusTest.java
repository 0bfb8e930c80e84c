package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.commands.CommandHandler;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.standalone.Module;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.EntrancePart;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;
import org.govshare.testkit.entrance.Row.Answered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every entrance of the running application against everybody who might come: an entrance that has no row fails here. */
@QuarkusTest
@TestProfile(OneProcess.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class EntranceMatrixQuarkusTest {
    private static final String EVENTS = "POST /events";
    private static final Pattern PARAMETER = Pattern.compile("[?&]([^=]+)=");

    private static Preparation things;

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Inject
    Router router;

    @Inject
    @All
    List<CommandHandler> handlers;

    @BeforeEach
    void prepare() throws Exception {
        if (things == null) {
            try (Connection owner = DriverManager.getConnection(ownerUrl)) {
                RegistryLoad.builtIn().into(owner);
            }
            things = new Preparation(ownerUrl, new HttpDoor());
        }
    }

    /** Events come by the rows of all commands. */
    @Test
    void everyEntrance_hasItsRowInThePartOfItsModule() {
        Map<String, Class<?>> running = new TreeMap<>(RunningEntrances.restByClass());
        running.remove(EVENTS);
        running.putAll(RunningEntrances.commandsByClass(handlers));
        Set<String> entrances = new TreeSet<>();
        running.forEach((entrance, type) -> entrances.add(module(type.getPackageName()) + ": " + entrance));
        Set<String> rows = new TreeSet<>();
        EntrancePart.all().forEach(part -> part.rows().forEach(row -> rows.add(part.module() + ": " + row.entrance())));
        assertEquals(Set.of(), without(entrances, rows), "entrances without a row in their module's EntrancePart");
        assertEquals(Set.of(), without(rows, entrances), "rows without an entrance in their module");
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static String module(String packageName) {
        return Module.all().stream()
                .filter(module -> module.has(packageName))
                .map(Module::path)
                .findFirst()
                .orElse(packageName);
    }

    @Test
    void everyCommand_hasItsFunction() {
        Set<String> without = RunningEntrances.commands(handlers);
        without.removeAll(RunningEntrances.functions());
        assertEquals(Set.of(), without);
    }

    @Test
    void everyOtherPath_isKnown() {
        Set<String> paths = RunningEntrances.routes(router);
        paths.removeIf(path -> RunningEntrances.functions().contains(path.substring(1)));
        assertEquals(new TreeSet<>(Matrix.OPEN.keySet()), paths);
    }

    @Test
    void otherPaths_answerAsTheMatrixSaysWhoeverAsks() {
        List<String> wrong = new ArrayList<>();
        Matrix.OPEN.forEach((path, status) -> {
            for (BadToken bad : BadToken.values()) {
                int answered =
                        asBad(bad, Matrix.rows().get(0).right()).get(path).statusCode();
                if (answered != status) {
                    wrong.add(path + " " + bad + ": " + answered);
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void withoutAValidToken_nothingIsAnsweredAndNothingStored() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Footprint footprint = new Footprint(ownerUrl)) {
            for (Row row : Matrix.rows()) {
                for (BadToken bad : BadToken.values()) {
                    withoutAValidToken(row.with(things::put), bad, footprint, wrong);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** The row's things are made before, so that whatever is stored meanwhile is the bad request's. */
    private static void withoutAValidToken(Row row, BadToken bad, Footprint footprint, List<String> wrong)
            throws SQLException {
        long stored = footprint.stored();
        Response answer = send(row, asBad(bad, row.right()));
        if (answer.statusCode() != 401 || !answer.contentType().startsWith("application/problem+json")) {
            wrong.add(row.entrance() + " " + bad + ": " + answer.statusCode() + " " + answer.contentType());
        }
        if (footprint.stored() != stored) {
            wrong.add(row.entrance() + " " + bad + ": stored in inbox or trail");
        }
    }

    @Test
    void strangers_getWhatTheMatrixSaysAndTheRightOneGetsIn() {
        List<String> wrong = new ArrayList<>();
        for (Row row : Matrix.rows()) {
            check(row, row.otherAgency(), wrong);
            check(row, row.otherRegion(), wrong);
            check(row, row.wrongRole(), wrong);
            check(row, row.unregistered(), wrong);
            row.onlookers().forEach(onlooker -> check(row, onlooker, wrong));
            check(row, row.right(), wrong);
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyReading_saysWhatAnAuditorAndAnOperatorWithoutPartInItGet() {
        List<String> without = Matrix.rows().stream()
                .filter(row -> row.method().equals("GET") && row.onlookers().size() != 2)
                .map(Row::entrance)
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void parameterThatNobodyKnows_isNamedToWhoHasAToken() {
        List<String> wrong = new ArrayList<>();
        for (Row row : Matrix.rows()) {
            if (!row.method().equals(Row.EVENT)) {
                Row odd = row.asking("no-such-parameter=1");
                Response answer = send(odd, as(row.right()));
                List<String> named = answer.jsonPath().getList("violations.pointer");
                int withoutToken = send(odd, given()).statusCode();
                if (answer.statusCode() != 422 || !List.of("no-such-parameter").equals(named) || withoutToken != 401) {
                    wrong.add(row.entrance() + ": " + answer.statusCode() + " " + named + ", " + withoutToken);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void faultsOfAQuery_areNamedTogether() {
        List<String> wrong = new ArrayList<>();
        for (Row row : Matrix.rows()) {
            if (row.method().equals("GET")) {
                Row bare = row.with(text -> text.split("\\?")[0]);
                Row odd = bare.asking("no-such-parameter=1").asking("limit=0").asking("page=2");
                Response answer = send(odd, as(row.right()));
                Set<String> named = new TreeSet<>(answer.jsonPath().getList("violations.pointer"));
                named.removeAll(needed(row));
                if (answer.statusCode() != 422
                        || !Set.of("no-such-parameter", "limit", "page").equals(named)) {
                    wrong.add(row.entrance() + ": " + answer.statusCode() + " " + named);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Names of the query parameters without which the row's path is not right. */
    private static Set<String> needed(Row row) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PARAMETER.matcher(row.path());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        names.remove("limit");
        return names;
    }

    @Test
    void restCommandRepeated_isAnsweredWithWhatIsKept() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (Repeats repeats = new Repeats(ownerUrl)) {
            for (Row row : Matrix.rows()) {
                if (row.method().equals("POST")) {
                    repeats.fault(row, things).ifPresent(wrong::add);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void asyncApi_listsEveryEventAndNoOther() throws IOException {
        EventCatalogue catalogue = EventCatalogue.read();
        assertEquals(RunningEntrances.commands(handlers), catalogue.typesOf("commands"));
        assertEquals(EventCatalogue.typesInTheCode(), catalogue.types());
        assertEquals(List.of(), catalogue.danglingReferences());
    }

    @Test
    void asyncApi_describesCommandsAsTheyAreTaken() throws IOException {
        EventCatalogue catalogue = EventCatalogue.read();
        List<String> wrong = new ArrayList<>();
        for (Row row : Matrix.commands()) {
            JsonNode data = catalogue.json(things.put(row.body()));
            catalogue.faults(row.target(), data).forEach(fault -> wrong.add(row.target() + " example: " + fault));
            for (String member : catalogue.members(row.target())) {
                if (pointers(row, catalogue.with(member, "x"), "=='unknown'").contains("/data/" + member)) {
                    wrong.add(row.target() + " does not know " + member);
                }
            }
            for (String member : catalogue.required(row.target())) {
                if (!pointers(row, catalogue.without(data, member), "!='unknown'")
                        .contains("/data/" + member)) {
                    wrong.add(row.target() + " does not ask for " + member);
                }
            }
            if (!pointers(row, catalogue.with("no-such-member", "x"), "=='unknown'")
                    .contains("/data/no-such-member")) {
                wrong.add(row.target() + " takes anything");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void textThatNobodyCanSee_isNotStatedAtAnyCommand() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Row row : Matrix.rows()) {
            if (!row.body().isEmpty()) {
                for (Unseen unseen : Unseen.of(things.put(row.body()))) {
                    Row changed = row.with(text -> text.equals(row.body()) ? unseen.text() : things.put(text));
                    Response answer = send(changed, as(row.right()));
                    List<String> named = answer.jsonPath().getList("violations.pointer");
                    String at = row.method().equals(Row.EVENT) ? "/data" + unseen.at() : unseen.at();
                    boolean refused = answer.statusCode() == 422 && named.contains(at);
                    if (refused == row.optional().contains(unseen.at())) {
                        wrong.add(row.entrance() + " " + unseen.at() + ": " + answer.statusCode() + " " + named);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<String> pointers(Row row, JsonNode data, String code) {
        Row changed = Row.event(row.target(), data.toString());
        Response answer = send(changed, as(row.right()));
        return answer.statusCode() / 100 == 2
                ? List.of()
                : answer.jsonPath().getList("violations.findAll { it.code " + code + " }.pointer");
    }

    private static void check(Row row, Answered caller, List<String> wrong) {
        Response answer = send(row, as(caller));
        String who = row.entrance() + " by " + caller.role() + " of " + caller.agency() + ": ";
        if (answer.statusCode() != caller.status()) {
            wrong.add(who + answer.statusCode() + " for " + caller.status() + " " + answer.asString());
        } else if (!row.shows().isEmpty() && answer.statusCode() == 200) {
            if (answer.asString().contains(things.put("{" + row.shows() + "}")) != caller.sees()) {
                wrong.add(who + (caller.sees() ? "does not see it" : "sees it"));
            }
        }
    }

    private static Response send(Row row, RequestSpecification request) {
        return sent(row.with(things::put), request);
    }

    /** What a row whose things are in place is answered. */
    static Response sent(Row row, RequestSpecification request) {
        if (!row.body().isEmpty()) {
            request.contentType("application/json").body(row.body());
        }
        if (row.method().equals(Row.EVENT)) {
            return request.header("ce-specversion", "1.0")
                    .header("ce-id", UUID.randomUUID().toString())
                    .header("ce-source", "//matrix")
                    .header("ce-type", row.target())
                    .post("/events");
        }
        return request.header("Idempotency-Key", UUID.randomUUID().toString()).request(row.method(), row.path());
    }

    static RequestSpecification as(Answered caller) {
        return given().header(
                        "Authorization",
                        TestTokens.agency(caller.agency(), caller.role()).bearer());
    }

    private static RequestSpecification asBad(BadToken bad, Answered caller) {
        RequestSpecification request = given();
        bad.of(TestTokens.agency(caller.agency(), caller.role()))
                .ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }
}
