package org.govshare.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The settings that {@code up} gives the functions because only the assembly in one process knows them. */
final class Settings {
    private Settings() {}

    /** System properties; they hold passwords, so they are never printed. */
    static Map<String, String> of(Home home, DatabaseAccess database, String host, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.datasource.jdbc.url", database.appUrl());
        settings.put("quarkus.http.host", host);
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("govshare.sink", "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port + "/");
        settings.put("govshare.sink-secret", Home.random());
        settings.put("govshare.home-page", "/q/swagger-ui");
        settings.put("govshare.trail-key", trailKey(home));
        return settings;
    }

    /** The operator's, which processes with homes of their own over one database must share; else one of the home's. */
    static String trailKey(Home home) {
        return Optional.ofNullable(System.getenv("GOVSHARE_TRAIL_KEY"))
                .filter(key -> !key.isBlank())
                .orElseGet(() -> home.secret("trail"));
    }
}
