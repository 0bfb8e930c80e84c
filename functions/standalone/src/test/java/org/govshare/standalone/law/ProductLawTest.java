package org.govshare.standalone.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.govshare.regulation.cases.PackCheck;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What all functions of the product together run, as {@code packs check} knows it. */
class ProductLawTest {
    private static final ProcedureRunners PRODUCT = ProcedureRunners.product();

    private static PackSource yamlAlone() {
        return PackSource.read(Path.of(YamlAlone.FOLDER, "yaml-alone-2026"));
    }

    private static PackCheck changed(String find, String replace) {
        var files = new HashMap<>(yamlAlone().files());
        String name = "procedures/complaint.yaml";
        assertTrue(files.get(name).contains(find), find);
        files.put(name, files.get(name).replace(find, replace));
        return PackCheck.of(new PackSource("yaml-alone-2026", files), Law.builtInSources(), PRODUCT);
    }

    @Test
    void everyPackOfTheProduct_isRunByAFunctionThatHasItsEffects() {
        for (PackSource source : Law.builtInSources()) {
            PackCheck check = PackCheck.of(source, Law.builtInSources(), PRODUCT);
            assertTrue(check.sound(), check::text);
        }
    }

    @Test
    void aPackWithNewKinds_isSound_andItsWorkedCasesComeOut() {
        assertEquals(
                "yaml-alone-2026: sound, 2 worked cases",
                PackCheck.of(yamlAlone(), Law.builtInSources(), PRODUCT).text());
    }

    @Test
    void aKindThatNoFunctionRuns_isNotSound() {
        String text = changed("runs-as: share-request\n", "").text();
        assertTrue(
                text.contains("procedures/complaint.yaml:1: procedure: no function runs a complaint."
                        + " Say runs-as: with one of grant-act, share-request, verification"),
                text);
    }

    @Test
    void packsCheck_refusesWhatNoFunctionRuns(@TempDir Path folder) throws IOException {
        for (var file : yamlAlone().files().entrySet()) {
            Path written = folder.resolve("yaml-alone-2026").resolve(file.getKey());
            Files.createDirectories(written.getParent());
            Files.writeString(written, file.getValue().replace("runs-as: share-request", "runs-as: catalogue"));
        }
        StringWriter told = new StringWriter();
        int status = new CommandLine(new PacksCommand())
                .setOut(new PrintWriter(told, true))
                .execute("check", folder.toString());
        assertEquals(1, status);
        assertTrue(told.toString().contains("runs-as: no function runs a catalogue"), told::toString);
    }

    @Test
    void anEffectOfAnotherFunction_isNotSound() {
        String text = changed("effects: [notify]", "effects: [push-correction]").text();
        assertTrue(text.contains("a complaint cannot push-correction"), text);
        assertTrue(changed("runs-as: share-request", "runs-as: verification")
                .text()
                .contains("sound"));
    }

    @Test
    void theSchemaForEditors_knowsTheEffectsOfTheProduct() throws IOException {
        var schema = new ObjectMapper()
                .readTree(Path.of("../../docs/pack-format.schema.json").toFile());
        Set<String> named = new TreeSet<>();
        schema.at("/$defs/effects/items/enum").forEach(effect -> named.add(effect.asText()));
        assertEquals(PRODUCT.allEffects(), named);
        assertEquals(
                List.of("grant-act", "organ-act", "share-request", "verification"),
                List.copyOf(PRODUCT.effects().keySet()));
    }
}
