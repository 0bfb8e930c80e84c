package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's glossary names what is in the code, and its table of modules names every module. */
class GlossaryTest {
    /** {@code registry.Agency} and {@code commands.trail}: a package and, mostly, a type in it. */
    private static final Pattern IN_PACKAGE = Pattern.compile("`([a-z]+(?:\\.[a-z]+)*\\.[A-Za-z]+)`");

    private static final Pattern FOLDER = Pattern.compile("`((?:shared|functions)/[a-z-]+)`");
    /** A row of the table of modules, which links to the module's page. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[`([a-z/-]+)`]\\(\\1/README\\.md\\) \\|");

    private static final Path PROJECT = Path.of("../..");

    @Test
    void glossary_namesTypesAndFoldersThatExist() throws IOException {
        List<String> code = column();
        Map<String, Long> found = new TreeMap<>();
        for (String name : matches(IN_PACKAGE, code)) {
            found.put(name, places(name));
        }
        for (String folder : matches(FOLDER, code)) {
            found.put(folder, Files.isDirectory(PROJECT.resolve(folder)) ? 1L : 0L);
        }
        assertTrue(found.size() > 20, found::toString);
        found.values().removeIf(places -> places == 1);
        assertEquals(Map.of(), found, "each name means one place in the code");
    }

    @Test
    void modulesTable_hasARowForEachModule() throws IOException {
        String page = Files.readString(PROJECT.resolve("README.md"));
        Set<String> rows = ROW.matcher(page.substring(page.indexOf("## Modules"), page.indexOf("## Glossary")))
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Module.all().stream().map(Module::path).collect(Collectors.toCollection(TreeSet::new)), rows);
    }

    /** How many types or packages of ours the name means. */
    private static long places(String name) {
        Path type = Path.of(name.replace('.', '/') + ".java");
        return Module.all().stream()
                .flatMap(module ->
                        module.packages().stream().map(of -> module.sources().resolve(of.replace('.', '/'))))
                .filter(folder -> folder.endsWith(Path.of(name.replace('.', '/')))
                        || folder.endsWith(type.getParent()) && Files.isRegularFile(folder.resolve(type.getFileName())))
                .count();
    }

    private static List<String> column() throws IOException {
        String page = Files.readString(PROJECT.resolve("README.md"));
        String glossary = page.substring(page.indexOf("## Glossary"), page.indexOf("## What has never"));
        List<String> cells = new ArrayList<>();
        glossary.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|"))
                .forEach(cell -> cells.add(cell[3]));
        return cells;
    }

    private static List<String> matches(Pattern pattern, List<String> cells) {
        return cells.stream()
                .flatMap(cell -> results(pattern.matcher(cell)))
                .distinct()
                .toList();
    }

    private static Stream<String> results(Matcher matcher) {
        return matcher.results().map((MatchResult result) -> result.group(1));
    }
}
