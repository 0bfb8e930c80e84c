package org.govshare.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void textWithoutAVisibleCharacter_isMissing() throws Exception {
        Fields data = fields("{'text':'\u200b','long':'\u00a0\\n','id':'\u3164','one':'\ufeff'}");
        data.text("text");
        data.longText("long", 10);
        data.uuid("id");
        data.oneOf("one", "other");
        assertEquals(
                List.of("/text missing", "/long missing", "/id missing", "/one missing", "/other missing"),
                refusal(data));
    }

    @Test
    void optionalTextWithoutAVisibleCharacter_isLeftOut() throws Exception {
        assertEquals(Optional.empty(), fields("{'text':'\u2800'}").optionalText("text"));
        assertEquals(Optional.of("流调"), fields("{'text':'\u00a0流调\u200b'}").optionalText("text"));
        assertEquals(
                Map.of("reason", "x"),
                fields("{'fields':{'reason':' x','basis':'\u200d'}}").textMap("fields"));
    }

    @Test
    void itemWithoutAVisibleCharacter_isNamed() throws Exception {
        Fields data = fields("{'items':['code','\u200b',''],'fields':{'items':['\u00a0']}}");
        data.texts("items");
        data.textMap("fields");
        assertEquals(List.of("/items/1 missing", "/items/2 missing", "/fields/items/0 missing"), refusal(data));
    }

    private Fields fields(String text) throws Exception {
        return Fields.of((ObjectNode) json.readTree(text.replace('\'', '"')));
    }

    private static List<String> refusal(Fields data) {
        return assertThrows(ProblemException.class, data::check).problem().violations().stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }
}
