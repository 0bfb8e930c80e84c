package org.govshare.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module as its folder shows it: what it is called, where it lies and the one package that all of its classes are in. */
public record Module(String name, Kind kind, Path folder, String root) {

    public enum Kind {
        SHARED,
        FUNCTION,
        /** All functions in one process: the only module that may use everything. */
        STANDALONE
    }

    /** What each shared module may use. A shared module that is not a key here fails the architecture tests. */
    static final Map<String, Set<String>> USES = Map.of(
            "regulation", Set.of(),
            "platform", Set.of("regulation"),
            "registry", Set.of("platform", "regulation"),
            "commands", Set.of("registry", "platform", "regulation"),
            "casework", Set.of("commands", "registry", "platform", "regulation"),
            "records", Set.of("commands", "registry", "platform", "regulation"),
            "delivery", Set.of("commands", "registry", "platform", "regulation"),
            "database", Set.of(),
            "demo", Set.of("platform"),
            "testkit", Set.of("database"));

    /** Modules for tests and for the command line, which no function may use. */
    private static final Set<String> NOT_FOR_FUNCTIONS = Set.of("database", "testkit");

    private static final Path PROJECT = Path.of("../..");

    /** All modules below {@code shared/} and {@code functions/} that have sources. */
    public static List<Module> all() {
        return Stream.of("shared", "functions")
                .flatMap(group -> children(PROJECT.resolve(group)))
                .filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                .map(Module::at)
                .toList();
    }

    /** The names of the modules whose classes this one may use, its own among them. */
    Set<String> mayUse(List<Module> all) {
        Set<String> names = new TreeSet<>(Set.of(name));
        switch (kind) {
            case SHARED -> names.addAll(USES.getOrDefault(name, Set.of()));
            case FUNCTION ->
                all.stream()
                        .filter(module -> module.kind == Kind.SHARED && !NOT_FOR_FUNCTIONS.contains(module.name))
                        .forEach(module -> names.add(module.name));
            case STANDALONE -> all.forEach(module -> names.add(module.name));
        }
        return names;
    }

    /** Every package of the module's main sources. */
    Set<String> packages() {
        Path sources = sources();
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new IllegalStateException("the sources of " + name + " cannot be read", e);
        }
    }

    /** Its folder from the root of the project, such as {@code functions/catalog}. */
    public String path() {
        return PROJECT.relativize(folder).toString();
    }

    public boolean has(String packageName) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    Path sources() {
        return sources(folder);
    }

    private static Module at(Path folder) {
        String name = folder.getFileName().toString();
        Kind kind = name.equals("standalone")
                ? Kind.STANDALONE
                : folder.getParent().endsWith("functions") ? Kind.FUNCTION : Kind.SHARED;
        List<Path> roots = children(sources(folder).resolve("org/govshare")).toList();
        if (roots.size() != 1) {
            throw new IllegalStateException(folder + " needs one package below org.govshare, and has " + roots);
        }
        return new Module(name, kind, folder, "org.govshare." + roots.get(0).getFileName());
    }

    private static Path sources(Path folder) {
        return folder.resolve("src/main/java");
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(folder + " cannot be read", e);
        }
    }
}
