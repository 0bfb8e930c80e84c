package org.govshare.regulation.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.govshare.regulation.text.TextReader;
import org.govshare.regulation.text.UnreadableText;

/**
 * The text of a pack as it was written, by file name within its folder ({@code pack.yaml},
 * {@code procedures/verification.yaml}). Worked cases may be among the files; they are not law.
 *
 * @param unreadable by file name, why it cannot be read as text; such a file is in {@code files} with what could be read
 */
public record PackSource(String id, Map<String, String> files, Map<String, Flaw> unreadable) {
    public PackSource {
        files = Map.copyOf(files);
        unreadable = Map.copyOf(unreadable);
    }

    public PackSource(String id, Map<String, String> files) {
        this(id, files, Map.of());
    }

    /** A pack inside the jar. */
    public static PackSource builtIn(String id) {
        var files = new LinkedHashMap<String, String>();
        for (var name : Resources.text("/packs/" + id + "/files.txt").split("\n")) {
            files.put(name, Resources.text("/packs/" + id + "/" + name));
        }
        return new PackSource(id, files);
    }

    /** A pack in a folder, whose name is the pack's id; other files than YAML are left out. */
    public static PackSource read(Path folder) {
        var id = folder.toAbsolutePath().normalize().getFileName().toString();
        try (var paths = Files.walk(folder)) {
            var files = new LinkedHashMap<String, String>();
            var unreadable = new LinkedHashMap<String, Flaw>();
            for (var path : paths.filter(p -> p.toString().endsWith(".yaml")).toList()) {
                var name = folder.relativize(path).toString().replace('\\', '/');
                try {
                    files.put(name, TextReader.whole(path));
                } catch (UnreadableText e) {
                    // Its region may still be legible, so that it closes no more than its own jurisdiction.
                    files.put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
                    unreadable.put(
                            name, new Flaw(id + "/" + name, (int) e.line(), "", "it " + e.what(), "Save it as UTF-8"));
                }
            }
            return new PackSource(id, files, unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packs in a folder, one in each folder under it that has YAML files, in the order of their names. */
    public static List<PackSource> readAll(Path folder) {
        try (var folders = Files.list(folder)) {
            return folders.filter(path -> Files.isDirectory(path)
                            && !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(PackSource::read)
                    .filter(source -> !source.files().isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that are law: all but worked cases, in the order of their names. */
    public Map<String, String> law() {
        var law = new TreeMap<>(files);
        law.keySet().removeIf(name -> name.startsWith("cases/"));
        return law;
    }

    /** The worked cases, in the order of their names. */
    public Map<String, String> cases() {
        var cases = new TreeMap<>(files);
        cases.keySet().removeIf(name -> !name.startsWith("cases/"));
        return cases;
    }

    /** SHA-256 in lower-case hexadecimal over names and contents of all files that are law. */
    public String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            law().forEach((name, content) -> {
                var bytes = content.getBytes(StandardCharsets.UTF_8);
                sha.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                sha.update(bytes);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** JSON object with id and law for keeping in a database; read back by {@link #fromJson} to the same digest. */
    public String toJson() {
        var json = new StringBuilder("{\"id\":").append(quoted(id)).append(",\"files\":{");
        var separator = "";
        for (var file : law().entrySet()) {
            json.append(separator).append(quoted(file.getKey())).append(':').append(quoted(file.getValue()));
            separator = ",";
        }
        return json.append("}}").toString();
    }

    /** Reads what {@link #toJson} wrote, also after a database has changed order and spaces. */
    public static PackSource fromJson(String json) {
        var doc = Doc.parse("pack.json", json);
        var files = new LinkedHashMap<String, String>();
        doc.get("files").entries().forEach((name, content) -> files.put(name, content.exactText()));
        return new PackSource(doc.get("id").text(), files);
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                default -> json.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c));
            }
        });
        return json.append('"').toString();
    }
}
