package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.govshare.delivery.DeliveryConfig;
import org.junit.jupiter.api.Test;

class OperationsPageTest {
    private static final List<String> FILES =
            List.of("META-INF/microprofile-config.properties", "application.properties");

    @Test
    void everySettingOfOurs_standsOnThePage() throws IOException {
        String page = Files.readString(Path.of("../../docs/operations.md"));
        Set<String> settings = settings();
        assertTrue(settings.size() > 20, settings::toString);
        settings.removeIf(name -> page.contains("`" + name + "`") || page.contains("`…" + lastWords(name) + "`"));
        assertEquals(Set.of(), settings);
    }

    private static Set<String> settings() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file : FILES) {
            for (URL place :
                    Collections.list(OperationsPageTest.class.getClassLoader().getResources(file))) {
                Properties properties = new Properties();
                try (InputStream text = place.openStream()) {
                    properties.load(text);
                }
                names.addAll(properties.stringPropertyNames());
            }
        }
        names.removeIf(name -> !name.startsWith("govshare."));
        Stream.of(DeliveryConfig.class.getMethods())
                .map(method -> "govshare.delivery." + hyphened(method.getName()))
                .forEach(names::add);
        return names;
    }

    private static String hyphened(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String lastWords(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
