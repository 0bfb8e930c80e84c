package org.govshare.platform.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageCursorTest {

    @Test
    void cursor_isReadBack() {
        PageCursor cursor = new PageCursor(Instant.parse("2026-01-02T03:04:05.000006Z"), UUID.randomUUID());
        assertEquals(Optional.of(cursor), PageCursor.parse(cursor.toString()));
    }

    @Test
    void valueThatNoPageReturned_isNotACursor() {
        String id = UUID.randomUUID().toString();
        for (String text :
                List.of("|", "||", "", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z|", "|" + id, "x|" + id)) {
            assertUnread(Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
        assertUnread("fA");
        assertUnread("*");
        assertUnread(new PageCursor(Instant.MAX, UUID.randomUUID()).toString());
    }

    private static void assertUnread(String after) {
        assertEquals(Optional.empty(), PageCursor.parse(after));
    }
}
