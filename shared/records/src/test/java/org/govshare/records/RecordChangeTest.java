package org.govshare.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.govshare.platform.problem.Violation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordChangeTest {

    @ParameterizedTest
    @ValueSource(strings = {" 1", "1 ", "1\u00a0", "\u30001", "1\u200b", "\ufeff1", "1\ufe0f", "1\n"})
    void keyWithUnseenEnds_isRefusedWithTheReason(String key) {
        for (boolean deleted : List.of(true, false)) {
            List<Violation> violations = new ArrayList<>();
            RecordChange.read(change(key, deleted), "/changes/0", violations);
            assertEquals(List.of(Violation.invalid("/changes/0/key", RecordMessages.KEY_HAS_UNSEEN_ENDS)), violations);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "a b", "办法", "e\u0301"})
    void keyWhoseEndsAreSeen_isTaken(String key) {
        List<Violation> violations = new ArrayList<>();
        RecordChange.read(change(key, false), "/changes/0", violations);
        assertEquals(List.of(), violations);
    }

    private static ObjectNode change(String key, boolean deleted) {
        ObjectNode change =
                JsonNodeFactory.instance.objectNode().put("key", key).put("deleted", deleted);
        return deleted ? change : change.put("region", "130102").set("payload", JsonNodeFactory.instance.objectNode());
    }
}
