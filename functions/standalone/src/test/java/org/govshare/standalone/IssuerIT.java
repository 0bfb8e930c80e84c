package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.govshare.standalone.Govshare.Ended;
import org.govshare.standalone.Govshare.Up;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} under an operator's issuer: its tokens are taken, and nothing of a development key is. */
class IssuerIT {
    private static final String ISSUER = "https://login.example.invalid";
    private static final String AGENCY = "Y1130000FAKE01016L";

    @TempDir
    Path folder;

    @Test
    void operatorsIssuer_isTheOneThatCounts() throws Exception {
        Path home = folder.resolve("home");
        String ours;
        try (Govshare development = new Govshare(home)) {
            ours = development
                    .run("token", "--agency", AGENCY, "--role", "clerk")
                    .out()
                    .strip();
        }
        try (Govshare govshare = new Govshare(home)
                .with("GOVSHARE_JWT_ISSUER", ISSUER)
                .with("MP_JWT_VERIFY_PUBLICKEY_LOCATION", key().toString())) {
            Up up = govshare.up();

            assertEquals(
                    200,
                    status(
                            up,
                            TestTokens.agency(AGENCY, "clerk")
                                    .with("iss", ISSUER)
                                    .sign()));
            assertEquals(401, status(up, TestTokens.agency(AGENCY, "clerk").sign()), "the development issuer's name");
            assertEquals(401, status(up, ours), "the development key");
            String banner = Files.readString(up.log());
            assertTrue(banner.contains("  tokens     from " + ISSUER + "\n"), banner);
            assertFalse(banner.contains("Development keys"), banner);
            assertEquals(
                    1,
                    govshare.run("token", "--agency", AGENCY, "--role", "clerk").status());
        }
    }

    @Test
    void halfAnIssuer_isRefusedBeforeAnythingStarts() throws Exception {
        try (Govshare keyless = new Govshare(folder.resolve("keyless")).with("GOVSHARE_JWT_ISSUER", ISSUER);
                Govshare nameless = new Govshare(folder.resolve("nameless"))
                        .with("MP_JWT_VERIFY_PUBLICKEY_LOCATION", key().toString())) {
            Ended withoutKey = keyless.run("up", "--port", "1");
            Ended withoutIssuer = nameless.run("up", "--port", "1");

            assertEquals(List.of(1, 1), List.of(withoutKey.status(), withoutIssuer.status()));
            assertEquals(
                    "govshare: GOVSHARE_JWT_ISSUER is set without a key: set MP_JWT_VERIFY_PUBLICKEY_LOCATION to its"
                            + " JWKS or PEM file\n",
                    withoutKey.err());
            assertEquals(
                    "govshare: a key is set without its issuer: set GOVSHARE_JWT_ISSUER too\n", withoutIssuer.err());
            assertFalse(Files.exists(folder.resolve("keyless")));
        }
    }

    private static int status(Up up, String token) throws Exception {
        return up.get("/requests", "Authorization", "Bearer " + token).statusCode();
    }

    private Path key() throws Exception {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + TestTokens.verification().get("mp.jwt.verify.publickey")
                + "\n-----END PUBLIC KEY-----\n";
        return Files.writeString(folder.resolve("issuer.pem"), pem);
    }
}
