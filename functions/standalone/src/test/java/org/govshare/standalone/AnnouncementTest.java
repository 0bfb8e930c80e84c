package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
    private static final Optional<String> ISSUER = Optional.of("https://login.example.invalid");

    @Test
    void developmentKeys_areSpokenOf() {
        assertEquals(
                List.of(
                        "  a token    ./govshare token --name 河北省公安厅 --role clerk",
                        "Development keys: everybody who can read GOVSHARE_HOME can sign tokens for anybody. For more than a trial, set",
                        "GOVSHARE_JWT_ISSUER and MP_JWT_VERIFY_PUBLICKEY_LOCATION to an issuer of yours."),
                Announcement.notes(Optional.empty(), "127.0.0.1"));
    }

    @Test
    void operatorsIssuerOnThisMachineAlone_isNamedWithoutWarning() {
        for (String inside : List.of("127.0.0.1", "127.0.0.2", "localhost", "::1")) {
            assertEquals(
                    List.of("  tokens     from https://login.example.invalid"), Announcement.notes(ISSUER, inside));
        }
    }

    @Test
    void plainHttpForOthers_isWarnedOf() {
        for (String outside : List.of("0.0.0.0", "::", "192.0.2.7")) {
            assertEquals(
                    List.of(
                            "  tokens     from https://login.example.invalid",
                            "Plain HTTP on " + outside
                                    + ", which other machines reach: they can read tokens and data on the way.",
                            "Put a gateway with TLS before it, and let it listen on 127.0.0.1."),
                    Announcement.notes(ISSUER, outside));
        }
    }
}
