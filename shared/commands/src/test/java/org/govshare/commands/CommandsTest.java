package org.govshare.commands;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void keyWithoutAVisibleCharacter_isMissing_inBothCharsets() {
        assertFalse(Commands.isSeen(" "));
        assertFalse(Commands.isSeen("\u00a0"));
        assertFalse(Commands.isSeen(octets("\u200b")));
        assertFalse(Commands.isSeen(octets("\u00a0\u3000")));
    }

    @Test
    void keyThatIsSeen_isTaken_inEveryCharset() {
        assertTrue(Commands.isSeen("1732-forward"));
        assertTrue(Commands.isSeen("é"));
        assertTrue(Commands.isSeen(octets("办件一号")));
    }

    /** UTF-8 as a server hands it on. */
    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
