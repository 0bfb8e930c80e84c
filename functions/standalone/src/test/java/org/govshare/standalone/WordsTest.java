package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.govshare.standalone.CommandLineTest.Ended;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void mistypedWord_isAnsweredWithItsForm_andNoClassName() {
        assertMistyped(
                "Invalid value for option '--case': 'nonsense' is not an id such as ",
                "audit",
                "verify",
                "--case",
                "nonsense");
        assertMistyped("'1-1-1-1-1' is not an id", "audit", "export", "--case", "1-1-1-1-1");
        assertMistyped(
                "Invalid value for option '--from': '2026-01-01' is not a moment such as 2026-01-01T00:00:00Z",
                "audit",
                "export",
                "--from",
                "2026-01-01");
        assertMistyped(
                "is not a day such as 2026-01-05", "packs", "ruling", "--region", "130100", "--on", "05/01/2026");
        assertMistyped("'x' is not a long", "audit", "verify", "--since-root", "x");
    }

    private static void assertMistyped(String message, String... arguments) {
        Ended ended = CommandLineTest.run(arguments);
        assertEquals(2, ended.status(), ended.err());
        assertTrue(ended.err().contains(message), ended.err());
        assertFalse(ended.err().contains("java.") || ended.err().contains("Exception"), ended.err());
    }
}
