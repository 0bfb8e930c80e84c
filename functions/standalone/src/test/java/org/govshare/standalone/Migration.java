package org.govshare.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of the migrations, as a module's folder shows it.
 *
 * @param number its place in the one order of all modules
 * @param part 0, or which part it is of a file that was split
 */
record Migration(Module module, Path file, int number, int part) {
    static final Path FOLDER = Path.of("src/main/resources/db/migration");

    private static final Pattern NAME = Pattern.compile("V([0-9]{3})(?:_([1-9]))?__[a-z]+(?:_[a-z]+)*\\.sql");

    /** Those of all modules, in their order. */
    static List<Migration> all() {
        return Module.all().stream()
                .flatMap(Migration::of)
                .sorted((one, other) -> one.version().compareTo(other.version()))
                .toList();
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Such as {@code 009.1}; sorts as the number does. */
    String version() {
        return "%03d.%d".formatted(number, part);
    }

    String sql() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private static Stream<Migration> of(Module module) {
        Path folder = module.folder().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream().map(file -> of(module, file));
        } catch (IOException e) {
            throw new IllegalStateException(folder + " cannot be read", e);
        }
    }

    private static Migration of(Module module, Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException(file + " is not named like V030__what_it_does.sql");
        }
        int part = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
        return new Migration(module, file, Integer.parseInt(name.group(1)), part);
    }
}
