package org.govshare.regulation.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.reading.PackReader;
import org.govshare.regulation.reading.SmallPack;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackSourceTest {

    @Test
    void throughJsonAndBack_theTextIsTheSame() {
        for (var source : Law.builtInSources()) {
            var back = PackSource.fromJson(source.toJson());
            assertEquals(source.law(), back.files());
            assertEquals(source.digest(), back.digest());
        }
        var odd = new PackSource("x", Map.of("pack.yaml", "a: \"\\\\\"\n\t# \u0001 “引号” \u2028 😀\n"));
        assertEquals(odd.files(), PackSource.fromJson(odd.toJson()).files());
    }

    @Test
    void workedCases_areNotLaw() {
        var files = new HashMap<>(SmallPack.sound().files());
        files.put("cases/more.yaml", "cases: []");
        assertEquals(SmallPack.sound().digest(), new PackSource("city-law", files).digest());
        files.put("pack.yaml", files.get("pack.yaml") + "# a word more\n");
        assertNotEquals(SmallPack.sound().digest(), new PackSource("city-law", files).digest());
    }

    @Test
    void fromAFolder_itsNameIsTheId(@TempDir Path temporary) throws IOException {
        var folder = temporary.resolve("city-law");
        for (var file : SmallPack.sound().files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.writeString(folder.resolve("README.txt"), "not law");
        Files.createDirectories(temporary.resolve("empty"));
        assertEquals(List.of(SmallPack.sound()), PackSource.readAll(temporary));
        assertEquals(SmallPack.sound(), PackSource.read(folder));
        assertEquals(
                SmallPack.sound().digest(),
                PackReader.read(PackSource.read(folder), ProcedureRunners.NONE).digest());
    }

    @Test
    void everyFileOfABuiltInPack_isListed() throws IOException {
        var packs = Path.of("src/main/resources/packs");
        for (var id : List.of(Files.readString(packs.resolve("packs.txt")).split("\n"))) {
            assertEquals(PackSource.read(packs.resolve(id)), PackSource.builtIn(id));
        }
    }
}
