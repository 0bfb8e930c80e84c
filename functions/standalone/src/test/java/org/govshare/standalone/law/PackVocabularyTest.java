package org.govshare.standalone.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.runner.ProcedureRunner;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.api.Test;

/** The page of names that packs share with one another and with the code. */
class PackVocabularyTest {
    private static String page(Law law) {
        return PackVocabulary.of(law.packs(), ProcedureRunners.product());
    }

    @Test
    void thePage_isUpToDate() throws IOException {
        assertEquals(
                page(Law.builtIn()),
                Files.readString(Path.of("../../docs/pack-vocabulary.md")),
                "write it anew: ./govshare packs vocabulary > docs/pack-vocabulary.md");
    }

    @Test
    void everyNameThatCodeGoesBy_isThere_andSoIsEveryEffect() {
        String page = page(Law.builtIn());
        List<String> names = new ArrayList<>(ProcedureRunners.product().allEffects());
        for (ProcedureRunner runner : ServiceLoader.load(ProcedureRunner.class)) {
            runner.reliesOn().forEach(name -> names.add(name.name()));
        }
        assertTrue(names.containsAll(List.of("open-grant", "items", "purpose", "doubt", "authority")), names::toString);
        names.forEach(name -> assertTrue(page.contains("\n| `" + name + "` | "), name));
    }

    @Test
    void aName_hasItsTextsAndTheTitleOfTheHighest() {
        String page = page(Law.builtIn());
        assertTrue(
                page.lines()
                        .anyMatch(line -> line.startsWith("| `share-request` | `reply` | 答复共享申请, reply to the request |"
                                        + " `provider` | `decree-809-2025`, ")
                                && line.contains("`shenyang-2016`")),
                page);
        assertTrue(page.contains("| `share-request` | `authority` | `last-authority-upwards` | `hebei-2022` |"), page);
    }

    @Test
    void packsOfAFolder_areOnItToo() {
        var sources = new ArrayList<>(Law.builtInSources());
        sources.add(PackSource.read(Path.of("../../docs/pack-example/yunxi-2026")));
        assertTrue(page(Law.of(sources)).contains("`yunxi-2026`"));
    }
}
