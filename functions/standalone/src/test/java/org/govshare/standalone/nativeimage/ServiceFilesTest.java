package org.govshare.standalone.nativeimage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Quarkus switches native-image's own search for service files off. The files of our services are among the resources of
 * shared/regulation, and each class that one names is registered for reflection.
 */
class ServiceFilesTest {
    private static final Path PROJECT = Path.of("../..");
    /** Played by standalone alone, on a JVM: no function's image has the interface. */
    private static final String CHAPTERS = "org.govshare.demo.Chapter";

    private static final String SERVICES = "src/main/resources/META-INF/services";

    @Test
    void classesNamedInServiceFiles_areRegisteredForReflection() throws Exception {
        Set<String> named = new TreeSet<>();
        Set<String> unregistered = new TreeSet<>();
        for (Path file : serviceFiles()) {
            for (String name : Files.readAllLines(file)) {
                named.add(name);
                if (!Class.forName(name).isAnnotationPresent(RegisterForReflection.class)) {
                    unregistered.add(name);
                }
            }
        }
        assertTrue(
                named.containsAll(Set.of("org.govshare.commands.KeptAnswers", "org.govshare.casework.EveryProcedure")),
                () -> "the search still finds what it should: " + named);
        assertEquals(Set.of(), unregistered);
    }

    @Test
    void serviceFiles_areResourcesOfANativeImage() throws IOException {
        String resources = Files.readString(
                PROJECT.resolve("shared/regulation/src/main/resources/META-INF/native-image/org.govshare"
                        + "/govshare-regulation/resource-config.json"));
        assertTrue(resources.contains("META-INF/services/org\\\\.govshare\\\\..*"), resources);
    }

    private static Set<Path> serviceFiles() throws IOException {
        Set<Path> found = new TreeSet<>();
        for (String group : Set.of("shared", "functions")) {
            try (Stream<Path> modules = Files.list(PROJECT.resolve(group))) {
                for (Path services : modules.map(module -> module.resolve(SERVICES))
                        .filter(Files::isDirectory)
                        .toList()) {
                    try (Stream<Path> files = Files.list(services)) {
                        files.filter(file -> file.getFileName().toString().startsWith("org.govshare.")
                                        && !file.endsWith(CHAPTERS))
                                .forEach(found::add);
                    }
                }
            }
        }
        return found;
    }
}
