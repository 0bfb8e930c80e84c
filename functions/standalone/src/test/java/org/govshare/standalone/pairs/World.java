package org.govshare.standalone.pairs;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.LawTimeShift;

/** The agencies and entries of these stories, and the law's clock with its ticks. */
final class World {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Path ENTRIES = Path.of("src/test/resources/registry-of-pairs");

    private final LawTimeShift time;

    private World(String ownerUrl) {
        this.time = new LawTimeShift(ownerUrl);
    }

    /** Loads the built-in registry and the entries of these stories; the law's clock stands where it stood. */
    static World of(String ownerUrl) throws SQLException, IOException {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
            RegistryLoad.from(ENTRIES).into(owner);
        }
        return new World(ownerUrl);
    }

    /** Moves the law's clock to a moment such as {@code 2025-08-04T09:00} in Asia/Shanghai, and lets what is due then fire. */
    void at(String moment) {
        time.to(LocalDateTime.parse(moment).atZone(SHANGHAI).toInstant());
        given().header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "//test")
                .header("ce-type", "org.govshare.escalation.tick.v1")
                .header("Govshare-Sink-Secret", Pairs.SECRET)
                .contentType("application/json")
                .body("{}")
                .post("/")
                .then()
                .statusCode(204);
    }

    /** 24:00 of a day in Asia/Shanghai, as answers write it. */
    static String endOf(String day) {
        Instant end = LocalDate.parse(day).plusDays(1).atStartOfDay(SHANGHAI).toInstant();
        return end.toString();
    }
}
