package org.govshare.standalone;

import static org.govshare.standalone.CommandLineTest.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.govshare.standalone.CommandLineTest.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code packs new}: a sound pack to start from, which overwrites nothing. */
class NewPackTest {
    @TempDir
    Path folder;

    @Test
    void whatItWrites_isSound_alsoInAFolderThatIsEmpty() throws IOException {
        Path pack = Files.createDirectory(folder.resolve("mine-2026"));

        Ended ended = run("packs", "new", pack.toString(), "--lang", "en");

        assertEquals(0, ended.status(), ended.err());
        assertEquals(
                pack.resolve("pack.yaml") + "\n" + pack.resolve("procedures/share-request-conditional.yaml") + "\n"
                        + pack.resolve("cases/share-request.yaml") + "\nCheck it: govshare packs check " + pack + "\n",
                ended.out());
        Ended check = run("packs", "check", pack.toString());
        assertEquals(0, check.status(), check.out());
        assertTrue(check.out().startsWith("mine-2026: sound, 2 worked cases\n"), check.out());
        assertFalse(check.out().contains("older word"), check.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"130100", "430102", "650000"})
    void inARealPlace_itStacksWithWhatIsThere(String region) {
        assertTrue(checkIn(region).out().startsWith("mine: sound, 2 worked cases\n"));
    }

    @Test
    void whereATextOfItsRankIs_theCheckSaysWhatToMend() {
        String told = checkIn("430000").out();
        assertTrue(told.contains("mine/pack.yaml:8: in-force: it overlaps with hunan-2021"), told);
    }

    private Ended checkIn(String region) {
        String pack = folder.resolve("mine").toString();
        assertEquals(0, run("packs", "new", pack, "--region", region).status());
        return run("packs", "check", pack);
    }

    @Test
    void whatIsThere_staysAsItIs() throws IOException {
        Path pack = folder.resolve("mine");
        Files.createDirectories(pack);
        Files.writeString(pack.resolve("pack.yaml"), "mine");
        Path file = Files.writeString(folder.resolve("file"), "file");

        Ended refused = run("packs", "new", pack.toString());

        assertEquals(new Ended(1, "", "govshare: " + pack + " is there already: nothing was written\n"), refused);
        assertEquals("mine", Files.readString(pack.resolve("pack.yaml")));
        try (var inside = Files.list(pack)) {
            assertEquals(1, inside.count());
        }
        assertEquals(1, run("packs", "new", file.toString()).status());
        assertEquals("file", Files.readString(file));
    }

    @Test
    void aNameThatCannotBeAnId_isRefused() {
        Ended spaces = run("packs", "new", folder.resolve("My Law").toString());
        assertTrue(spaces.err().contains("\"My Law\" can't be a pack's id"), spaces.err());
        Ended taken = run("packs", "new", folder.resolve("hebei-2022").toString());
        assertTrue(taken.err().contains("there is a built-in pack hebei-2022"), taken.err());
        assertTrue(Files.notExists(folder.resolve("My Law")) && Files.notExists(folder.resolve("hebei-2022")));
        assertEquals(
                2,
                run("packs", "new", folder.resolve("mine").toString(), "--region", "5")
                        .status());
    }
}
