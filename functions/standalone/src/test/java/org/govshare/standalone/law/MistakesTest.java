package org.govshare.standalone.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.govshare.regulation.cases.PackCheck;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What authors of packs get wrong, one thing at a time ({@code mistakes/mistakes.yaml}): it is told with file, line, path and
 * correction, nothing else is told that would lead astray, and who follows the correction has a sound pack again.
 */
class MistakesTest {
    private static final Path MISTAKES = Path.of("src/test/resources/mistakes");
    private static final String ID = "yunshan-2026";

    @TempDir
    Path folder;

    private Path pack;

    @BeforeEach
    void copy() throws IOException {
        pack = folder.resolve(ID);
        try (Stream<Path> files = Files.walk(MISTAKES.resolve(ID))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = pack.resolve(MISTAKES.resolve(ID).relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @TestFactory
    List<DynamicTest> mistakes() throws IOException {
        List<Doc> mistakes = Doc.parse("mistakes.yaml", Files.readString(MISTAKES.resolve("mistakes.yaml")))
                .items();
        assertTrue(mistakes.size() >= 40, mistakes.size() + " mistakes");
        return mistakes.stream()
                .map(mistake ->
                        DynamicTest.dynamicTest(mistake.get("mistake").text(), () -> isToldAndCorrected(mistake)))
                .toList();
    }

    private void isToldAndCorrected(Doc mistake) throws IOException {
        mistake.entries("mistake", "file", "write", "for", "told", "correction", "then");
        Path file = pack.resolve(mistake.get("file").text());
        String sound = Files.readString(file);
        String right = mistake.get("for").exactText();
        String wrong = mistake.get("write").exactText();
        assertTrue(sound.contains(right), () -> "not in the sound pack: " + right);
        try {
            Files.writeString(file, sound.replace(right, wrong));
            isTold(mistake);
            String corrected = mistake.find("then").map(Doc::exactText).orElse(right);
            Files.writeString(file, sound.replace(right, corrected));
            assertEquals(List.of(), check().flaws());
        } finally {
            Files.writeString(file, sound);
        }
    }

    private void isTold(Doc mistake) {
        List<Flaw> flaws = check().flaws();
        List<String> told =
                flaws.stream().map(flaw -> place(flaw) + flaw.what()).toList();
        List<Doc> expected = mistake.get("told").items();
        assertEquals(expected.stream().map(Doc::text).toList(), told);
        String correction = mistake.get("correction").text();
        assertTrue(flaws.get(0).mend().contains(correction), flaws.get(0)::mend);
    }

    private static String place(Flaw flaw) {
        String path = flaw.path().isEmpty() ? "" : flaw.path() + ": ";
        return flaw.file().substring(ID.length() + 1) + ":" + flaw.line() + ": " + path;
    }

    @Test
    void soundPack_isSound() {
        assertEquals(List.of(), check().flaws());
        assertEquals(1, check().played());
    }

    @Test
    void gbk_isToldWithItsLine() throws IOException {
        Path header = pack.resolve("pack.yaml");
        Files.write(header, Files.readString(header).getBytes(Charset.forName("GB18030")));
        Flaw flaw = check().flaws().get(0);
        assertEquals(List.of(ID + "/pack.yaml", 3), List.of(flaw.file(), flaw.line()), flaw.toString());
        assertTrue(flaw.mend().contains("Save it as UTF-8"), flaw.mend());
    }

    @Test
    void byteOrderMarkAndLinesOfWindows_areNoMistakes() throws IOException {
        Path header = pack.resolve("pack.yaml");
        Files.writeString(header, "\uFEFF" + Files.readString(header).replace("\n", "\r\n"));
        assertEquals(List.of(), check().flaws());
    }

    @Test
    void emptyFile_isTold() throws IOException {
        Files.writeString(pack.resolve("procedures/correction.yaml"), "# nothing yet\n", StandardCharsets.UTF_8);
        assertTrue(told("procedures/correction.yaml: the file is empty"), this::text);
    }

    @Test
    void missingHeader_isTold() throws IOException {
        Files.delete(pack.resolve("pack.yaml"));
        assertTrue(told("pack.yaml: the file is missing. A pack is a folder with a pack.yaml"), this::text);
    }

    @Test
    void folderOfAnotherName_isTold() throws IOException {
        pack = Files.move(pack, folder.resolve("yunshan"));
        assertTrue(text().startsWith("yunshan/pack.yaml:2: pack: \"yunshan-2026\" is not the folder's name"), text());
    }

    @Test
    void procedureInTheWrongFolder_isTold() throws IOException {
        Files.move(pack.resolve("procedures/correction.yaml"), pack.resolve("correction.yaml"));
        assertTrue(told("correction.yaml:1: no file belongs here. Procedures are in procedures/NAME.yaml"), this::text);
    }

    private boolean told(String line) {
        return text().contains(ID + "/" + line);
    }

    private String text() {
        return check().text();
    }

    private PackCheck check() {
        return PackCheck.of(PackSource.read(pack), Law.builtInSources(), ProcedureRunners.product());
    }
}
