package org.govshare.standalone;

import static org.govshare.standalone.CommandLineTest.and;
import static org.govshare.standalone.CommandLineTest.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.govshare.standalone.CommandLineTest.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tokens signed with a development key, in a data folder of the test's own. */
class TokenCommandTest {
    @TempDir
    Path folder;

    @Test
    void tokenOfAContractor_namesItsPrincipal() throws Exception {
        String[] contractor = {"--name", "示例数据服务有限公司（虚构）", "--role", "contractor"};
        JsonNode claims = claims(token(and(contractor, "--on-behalf-of", "石家庄市卫生健康委员会")));

        assertEquals("Y1130000FAKE09018L", claims.path("agency").asText());
        assertEquals("Y1130100FAKE01032F", claims.path("on_behalf_of").asText());
        assertEquals("contractor", claims.path("groups").path(0).asText());
        assertEquals(
                claims.path("on_behalf_of"),
                claims(token(and(contractor, "--on-behalf-of", "Y1130100FAKE01032F")))
                        .path("on_behalf_of"));
        Ended agency = token("--name", "石家庄市卫生健康委员会", "--role", "contractor", "--on-behalf-of", "石家庄市卫生健康委员会");
        assertEquals(1, agency.status());
        assertTrue(agency.err().contains("no contractor '石家庄市卫生健康委员会'"), agency.err());
        assertEquals(2, token(contractor).status());
        assertEquals(
                2,
                token("--name", "河北省公安厅", "--role", "clerk", "--on-behalf-of", "河北省公安厅")
                        .status());
    }

    @Test
    void tokenOfAPerson_holdsAKeyedHashAndNoNumber() throws Exception {
        String[] person = {"--no-agency", "--role", "person"};
        String[] identity = and(person, "--identity-type", "resident-id", "--identity-number");
        JsonNode claims = claims(token(and(identity, "11010119000101001x")));

        assertEquals("resident-id", claims.path("identity_type").asText());
        assertTrue(claims.path("identity_hash").asText().matches("[0-9a-f]{64}"), claims.toString());
        assertFalse(claims.toString().contains("11010119000101001"), claims.toString());
        assertEquals(hash(claims), hash(claims(token(and(identity, "11010119000101001X")))));
        assertFalse(hash(claims).equals(hash(claims(token(and(identity, "110101190001010020"))))));
        String passport = "passport";
        assertFalse(hash(claims)
                .equals(hash(claims(
                        token(and(person, "--identity-type", passport, "--identity-number", "11010119000101001X"))))));
        assertFalse(claims(token(person)).has("identity_hash"));
        assertEquals(2, token(and(person, "--identity-type", passport)).status());
        assertEquals(
                2,
                token(and(person, "--identity-type", "No Type", "--identity-number", "1"))
                        .status());
        assertEquals(
                2,
                token("--name", "河北省公安厅", "--role", "clerk", "--identity-type", passport, "--identity-number", "1")
                        .status());
    }

    @Test
    void tokenHelp_tellsOfContractorsAndPersons() {
        String help = run("token", "--help").out().replaceAll("\\s+", " ");
        assertTrue(help.contains("--on-behalf-of=AGENCY"), help);
        assertTrue(help.contains("--identity-number=NUMBER"), help);
    }

    @Test
    void tokenUnderTheOperatorsIssuer_isNotSigned() {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new TokenCommand(Map.of(
                "GOVSHARE_HOME", folder.resolve("home").toString(),
                "GOVSHARE_JWT_ISSUER", "https://login.example.invalid",
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "https://login.example.invalid/jwks")));
        StringWriter err = new StringWriter();
        command.setOut(new PrintWriter(out)).setExecutionExceptionHandler((exception, line, parsed) -> {
            err.append(exception.getMessage());
            return 1;
        });

        assertEquals(1, command.execute("--name", "河北省公安厅", "--role", "clerk"));
        assertEquals("", out.toString());
        assertEquals(
                "GOVSHARE_JWT_ISSUER names https://login.example.invalid: tokens come from there, and one of the"
                        + " development key is refused",
                err.toString());
    }

    private static String hash(JsonNode claims) {
        return claims.path("identity_hash").asText();
    }

    private Ended token(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(
                new TokenCommand(Map.of("GOVSHARE_HOME", folder.resolve("home").toString())));
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        command.setExecutionExceptionHandler((exception, line, parsed) -> {
            err.append(exception.getMessage());
            return 1;
        });
        int status = command.execute(arguments);
        return new Ended(status, out.toString(), err.toString());
    }

    private static JsonNode claims(Ended ended) throws Exception {
        assertEquals(0, ended.status(), ended.err());
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(ended.out().split("\\.", -1)[1]));
    }
}
