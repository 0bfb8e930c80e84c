package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Phrases that readers who learnt English at school stumble over are in no code, page, manifest or setting. A list can only
 * hold out what it names; the rest is judgement.
 */
class PhrasesTest {
    /** Each phrase with what to write instead. */
    private static final Map<Pattern, String> PHRASES = new LinkedHashMap<>();

    static {
        phrase("another than|others than", "name what it differs from: 'differs from the id in the path'");
        phrase("no kind of", "say what it must be: 'must be one of …'");
        phrase(
                "(is|are|was|were|be|been|gets?) told",
                "say who learns it and how: is notified, is answered, is reported");
        phrase(
                "told (apart|by|of|to|twice|with|below)|(tell|tells) of",
                "is answered as, reports, names, distinguishes");
        phrase("(stands?|stood)(?! still\\b)(?!-)", "is, exists, is in force, is written, is valid");
        phrase("whoever", "name them: the agency that …, everybody who …, code that …");
        phrase("(can|cannot|could|may|is to) (not )?be had", "is available, is possible, can be fetched");
        phrase("beside", "with, next to, in addition to, compared with, while … runs");
        phrase(
                "(at|of|in) (a|the|another|this|that|each|every|whatever) place(?! of\\b)",
                "jurisdiction, region, location");
        phrase("(all|their|your|its own) places?", "jurisdictions, regions");
        phrase("places? (that|which) (a|it|the|nothing|they)", "the jurisdiction, the location, the target");
        phrase("clos(e|es|ed|ing) (its|their|the|a|no more than its own) places?", "closes its jurisdiction");
        phrase("places? (is|are)? ?closed|PLACE_CLOSED", "the jurisdiction is closed");
        phrase(
                "place (after|before|in the feed)|(page|notice|list) ?place|\\w*PagePlace\\w*|\\w*NoticePlace\\w*",
                "cursor, position");
        phrase("hears? of", "is called with, is notified of, learns of");
        phrase("burns? (no|an|the) id", "the id stays free, uses up the id");
        phrase("taken as (it is|they are)", "is not checked");
        phrase("found wanting", "was refused");
        phrase("nobody here takes|of nobody who", "no function here takes it; names no known sender");
        phrase("(makes?|made) null of", "returns null");
        phrase("counts for nothing", "is ignored");
        phrase("(cut off|altered|replaced) unseen", "without being noticed");
        phrase("must come (only )?once", "must appear once");
        phrase("rules no day|one year belongs|columns belong", "say what the line or the file must have");
    }

    private static final Set<String> ENDINGS =
            Set.of("java", "md", "html", "css", "js", "yaml", "yml", "xml", "properties", "sql", "sh", "json", "txt");

    /**
     * Folders that are not read: what a build makes, tests, whose names and sentences are held by their reviewers, and
     * what must not change once it was used: migrations, whose checksums a database keeps, and packs, whose texts the
     * trail holds.
     */
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", "node_modules", "test", "migration", "packs");

    private static final Path PROJECT = Path.of("../..");

    private static void phrase(String words, String instead) {
        PHRASES.put(Pattern.compile("(?i)\\b(?:" + words.replace(" ", "[\\s*#/-]+") + ")\\b"), instead);
    }

    @Test
    void phrases_areNowhere() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files = files();
        assertTrue(files.size() > 500, "too few files were found: " + files.size());
        for (Path file : files) {
            found.addAll(found(PROJECT.relativize(file).toString(), Files.readString(file)));
        }
        assertEquals("", String.join("\n", found));
    }

    @Test
    void planted_areFound() {
        assertEquals(1, found("a", "the id is another than the path names").size());
        assertEquals(
                1, found("a", " * The agency is\n     * told that it is late.").size());
        assertEquals(1, found("a", "Two types, told apart by a member").size());
        assertEquals(1, found("a", "A pack that did not load closes its place.").size());
        assertEquals(2, found("a", "It stands beside the database.").size());
        assertEquals(1, found("a", "The law of the place counts.").size());
        assertEquals(1, found("a", "The key cannot be had.").size());
        assertEquals(1, found("a", "new PagePlace(at, id)").size());
        assertEquals(1, found("a", "The listener hears of each result.").size());
        assertEquals(1, found("a", "A refusal burns no id.").size());
        assertEquals(
                List.of(),
                found(
                        "a",
                        "In one place, in place of a stand-in; standalone does not stand still. It takes its place."));
    }

    private static List<String> found(String file, String text) {
        List<String> found = new ArrayList<>();
        PHRASES.forEach((phrase, instead) -> phrase.matcher(text)
                .results()
                .forEach(hit -> found.add("%s:%d: \"%s\"; write: %s"
                        .formatted(
                                file,
                                text.substring(0, hit.start()).lines().count(),
                                hit.group().replaceAll("\\s+", " "),
                                instead))));
        return found;
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return LEFT_OUT.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
