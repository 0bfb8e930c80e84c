package org.govshare.platform.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private record Kind(String name, String defaultPeriod, String statement) implements Payload {
        static Kind named(String name) {
            return new Kind(name, "1d", "select");
        }
    }

    @Test
    void kinds_comeByName() {
        List<Payload> found = Payload.declared(List.of(Kind.named("notices"), Kind.named("answers")));
        assertEquals(
                List.of("answers", "notices"), found.stream().map(Payload::name).toList());
        assertEquals("GOVSHARE_KEEP_ANSWERS", found.get(0).setting());
    }

    @Test
    void twoOfOneName_areRefused() {
        List<Payload> two = List.of(Kind.named("answers"), Kind.named("answers"));
        assertThrows(IllegalStateException.class, () -> Payload.declared(two));
    }
}
