package org.govshare.standalone.nativeimage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each function's build has prepared for native-image, all but the call of it, holds what we register. */
class NativeSourcesIT {
    private static final String FOLDER = "META-INF/native-image/org.govshare/";

    @ParameterizedTest
    @MethodSource("org.govshare.standalone.FunctionFolders#applications")
    void sources_registerWhatOnlyOurCodeKnowsOf(String function) throws IOException {
        Path sources = Path.of("..", function, "target", "native-sources");
        assertTrue(Files.readString(sources.resolve("native-image.args")).contains("--features="), function);

        Set<String> missing = new TreeSet<>(registeredByName());
        assertTrue(missing.contains("com.github.benmanes.caffeine.cache.SSMWW"), missing::toString);
        missing.removeAll(reflected(one(sources, "-runner.jar")));
        assertEquals(Set.of(), missing, function);

        assertEquals(
                "# It keeps a Random in a static, whose seed must not be the build's.\n"
                        + "Args = --initialize-at-run-time=com.github.f4b6a3.uuid\n",
                text(
                        one(sources.resolve("lib"), "govshare-platform-"),
                        FOLDER + "govshare-platform/native-image.properties"));
        String resources = text(
                one(sources.resolve("lib"), "govshare-regulation-"),
                FOLDER + "govshare-regulation/resource-config.json");
        assertTrue(resources.contains("packs/.*") && resources.contains("META-INF/services/org"), resources);
    }

    private static Set<String> registeredByName() {
        return NativeCode.classes()
                .filter(type -> type.isAnnotatedWith(RegisterForReflection.class))
                .map(type -> type.getAnnotationOfType(RegisterForReflection.class))
                .flatMap(registration -> Stream.concat(
                        Arrays.stream(registration.classNames()),
                        Arrays.stream(registration.targets()).map(Class::getName)))
                .filter(name -> !isOfAFunction(name))
                .collect(Collectors.toSet());
    }

    /** Only in the executable of that function. */
    private static boolean isOfAFunction(String name) {
        return name.startsWith("org.govshare.")
                && Stream.of("platform", "regulation").noneMatch(module -> name.startsWith("org.govshare." + module));
    }

    private static Set<String> reflected(Path jar) throws IOException {
        JsonNode classes = new ObjectMapper().readTree(text(jar, "META-INF/native-image/reflect-config.json"));
        Set<String> names = new TreeSet<>();
        classes.forEach(entry -> names.add(entry.path("name").asText()));
        return names;
    }

    private static Path one(Path folder, String named) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(named))
                    .reduce((one, other) -> {
                        throw new IllegalStateException(one + " and " + other);
                    })
                    .orElseThrow(() -> new IllegalStateException(named + " is not in " + folder));
        }
    }

    private static String text(Path jar, String entry) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                InputStream in = file.getInputStream(file.getJarEntry(entry))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
