package org.govshare.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions, by the names of their folders: all but the module that runs them in one process. */
public final class FunctionFolders {
    private static final Path FOLDER = Path.of("..");

    private FunctionFolders() {}

    public static Set<String> all() {
        return where(function -> true);
    }

    /** Those that are built as applications of their own, so that a cluster runs them as Services. */
    public static Set<String> applications() {
        return where(
                function -> text(FOLDER.resolve(function).resolve("pom.xml")).contains("quarkus-maven-plugin"));
    }

    /** Those with a resource, or with a function that takes events. */
    public static Set<String> withEntrances() {
        return where(function -> hasSource(function, "@Path(\"", "@Funq"));
    }

    /** Those with a resource, or with a command of their own: not those that only events of ours wake. */
    public static Set<String> withEntrancesForOthers() {
        return where(function -> hasSource(function, "@Path(\"", "implements CommandHandler"));
    }

    private static Set<String> where(Predicate<String> condition) {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(function -> !function.equals("standalone"))
                    .filter(condition)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasSource(String function, String... words) {
        try (Stream<Path> files =
                Files.walk(FOLDER.resolve(function).resolve("src").resolve("main"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(FunctionFolders::text)
                    .anyMatch(source -> Stream.of(words).anyMatch(source::contains));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
