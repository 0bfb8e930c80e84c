package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The decisions have one form, and the index lists each with its title, date and status, in the order of their numbers. */
class DecisionsTest {
    private static final Path FOLDER = Path.of("../../docs/decisions");
    private static final Pattern HEAD =
            Pattern.compile("# (\\d+)\\. (.+)\\n\\n(\\d{4}-\\d\\d-\\d\\d) · Status: (accepted|replaced by \\d+)\\n");
    private static final Pattern PART = Pattern.compile("(?m)^\\*\\*([A-Z][a-z]+)\\.\\*\\*|^#{2,} (.+)$");
    private static final Pattern PARTS = Pattern.compile("\\[Context, Decision(, Chosen)?, Consequence]");

    @Test
    void eachDecision_hasTheFormAndItsRowInTheIndex() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            Matcher head = HEAD.matcher(text);
            assertTrue(head.lookingAt(), () -> page + " begins with number and title, date and status");
            List<String> parts = PART.matcher(text)
                    .results()
                    .map((MatchResult part) -> part.group(1) == null ? part.group() : part.group(1))
                    .toList();
            assertTrue(PARTS.matcher(parts.toString()).matches(), () -> page + " has the parts " + parts);
            assertEquals(String.format("%04d", Integer.parseInt(head.group(1))), number(page), page.toString());
            rows.add("| [" + head.group(1) + "](" + page.getFileName() + ") | " + head.group(2) + " | " + head.group(3)
                    + " | " + head.group(4) + " |");
        }
        assertTrue(rows.size() > 20, rows::toString);
        assertEquals(
                String.join("\n", rows),
                Files.readString(FOLDER.resolve("README.md"))
                        .lines()
                        .filter(line -> line.startsWith("| ["))
                        .reduce((above, below) -> above + "\n" + below)
                        .orElseThrow());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    private static String number(Path page) {
        return page.getFileName().toString().split("-")[0];
    }
}
