package org.govshare.regulation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.govshare.regulation.pack.Law;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema for editors says the same as the strict reader. */
class SchemaTest {
    private final JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("../../docs/pack-format.schema.json")));

    SchemaTest() throws IOException {}

    private Set<ValidationMessage> validate(String yaml) {
        var value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(new ObjectMapper().valueToTree(value));
    }

    @Test
    void everyFileOfEveryBuiltInPack_fits() {
        for (var source : Law.builtInSources()) {
            var wrong = new TreeMap<String, Set<ValidationMessage>>();
            source.files().forEach((name, text) -> {
                var messages = validate(text);
                if (!messages.isEmpty()) {
                    wrong.put(source.id() + "/" + name, messages);
                }
            });
            assertEquals(Map.of(), wrong);
        }
    }

    @Test
    void whatTheReaderRefuses_theSchemaRefusesToo() {
        var steps = SmallPack.sound().files().get(SmallPack.PROCEDURE);
        assertEquals(Set.of(), validate(steps));
        assertFalse(validate(steps.replace("10 working-days", "10 fortnights")).isEmpty());
        assertFalse(validate(steps.replace("[open-grant]", "[open-door]")).isEmpty());
        assertFalse(
                validate(steps.replace("ladder: provider", "rope: provider")).isEmpty());
        assertFalse(validate(steps.replace("ladder: provider\n    article: \"5\"", "ladder: provider"))
                .isEmpty());
        assertEquals(Set.of(), validate(steps.replace("up-to: 5", "total: 15")));
        assertEquals(Set.of(), validate(steps.replace("by: requester, to", "by: [requester, provider], to")));
        assertFalse(validate(steps.replace("by: requester, to", "by: [], to")).isEmpty());
        assertFalse(validate(steps.replace("up-to: 5", "up-to: 5, total: 15")).isEmpty());
        var header = SmallPack.sound().files().get("pack.yaml");
        assertEquals(Set.of(), validate(header));
        assertFalse(validate(header.replace("is: opener", "is: neighbour")).isEmpty());
        assertFalse(validate(header.replace("is: opener", "is: government-of")).isEmpty());
        assertFalse(validate(header.replace("is: opener", "is: opener, of: provider"))
                .isEmpty());
        assertFalse(validate(header.replace("before: 2, ", "")).isEmpty());
    }
}
