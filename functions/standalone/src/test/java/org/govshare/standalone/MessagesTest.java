package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the code says to people is in the catalogue of its module, so that one error has one wording in both languages. */
class MessagesTest {
    /** Catalogues that are not called {@code …Messages}: words of the law, of reports and of notices. */
    private static final Set<String> CATALOGUES = Set.of(
            "ProblemType",
            "Basis",
            "PackWords",
            "DayWords",
            "ExplanationText",
            "Explanation",
            "NotInForce",
            "PackTable",
            "RuleLines",
            "ActionOverlay",
            "ActionText",
            "RungNotices",
            "Fault",
            "Verdict",
            "Difference",
            "StateVerdict");

    private static final Pattern COMMENT = Pattern.compile("/\\*(?s:.*?)\\*/|(?<=\\s)//[^\n]*");
    private static final Pattern OPENAPI =
            Pattern.compile("@(Tag|Schema|Parameter|Operation|APIResponse|RequestBody)\\(");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void chinese_isInCataloguesOnly() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        int catalogues = 0;
        for (Module module : Module.all()) {
            for (Path file : sources(module)) {
                if (isCatalogue(file)) {
                    catalogues++;
                } else if (module.kind() != Module.Kind.STANDALONE && !isOfTheDemo(file)) {
                    chinese(Files.readString(file)).forEach(literal -> elsewhere.add(file + ": " + literal));
                }
            }
        }
        assertTrue(catalogues > CATALOGUES.size(), "the catalogues were not found");
        assertEquals(List.of(), elsewhere, "move the texts to the module's …Messages");
    }

    @Test
    void everyCatalogueNamed_isThere() throws IOException {
        Set<String> missing = new TreeSet<>(CATALOGUES);
        for (Module module : Module.all()) {
            sources(module).forEach(file -> missing.remove(name(file)));
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void planted_isFound() {
        assertEquals(
                List.of("\"必须填写\"", "\"a \\\" 条\""),
                chinese("refuse(\"必须填写\", \"is required\"); // \"注\"\n/* \"注\" */ String s = \"a \\\" 条\";"));
        assertEquals(List.of(), chinese("@Tag(name = \"law\", description = \"规定 (packs)\") class A {}"));
    }

    private static List<String> chinese(String source) {
        return LITERAL.matcher(withoutOpenApi(COMMENT.matcher(source).replaceAll("")))
                .results()
                .map(found -> found.group())
                .filter(literal -> CHINESE.matcher(literal).find())
                .toList();
    }

    /** The source without the annotations that describe the API, whose texts are for the page of the API alone. */
    private static String withoutOpenApi(String source) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        Matcher annotation = OPENAPI.matcher(source);
        while (annotation.find(from)) {
            rest.append(source, from, annotation.start());
            from = closing(source, annotation.end());
        }
        return rest.append(source, from, source.length()).toString();
    }

    /** The index after the bracket that closes the one before {@code at}; brackets in literals do not count. */
    private static int closing(String source, int at) {
        Matcher token = Pattern.compile(LITERAL.pattern() + "|[()]").matcher(source);
        int open = 1;
        for (int from = at; open > 0 && token.find(from); from = token.end()) {
            open += token.group().equals("(") ? 1 : token.group().equals(")") ? -1 : 0;
        }
        return token.end();
    }

    private static boolean isCatalogue(Path file) {
        return name(file).endsWith("Messages") || CATALOGUES.contains(name(file));
    }

    private static boolean isOfTheDemo(Path file) {
        return file.getParent().endsWith("demo");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static List<Path> sources(Module module) throws IOException {
        try (Stream<Path> files = Files.walk(module.sources())) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
