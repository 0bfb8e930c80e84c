package org.govshare.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PagePlaceTest {

    @Test
    void place_isReadBack() {
        PagePlace place = new PagePlace(Instant.parse("2026-01-02T03:04:05.000006Z"), UUID.randomUUID());
        assertEquals(place, PagePlace.parse(place.toString()));
    }

    @Test
    void whatNoPageGave_isRefused() {
        String id = UUID.randomUUID().toString();
        for (String text :
                List.of("|", "||", "", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z|", "|" + id, "x|" + id)) {
            assertRefused(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
        assertRefused("fA");
        assertRefused("*");
        assertRefused(new PagePlace(Instant.MAX, UUID.randomUUID()).toString());
    }

    private static void assertRefused(String after) {
        ProblemException refused = assertThrows(ProblemException.class, () -> PagePlace.parse(after));
        assertEquals(ProblemType.FIELD_INVALID, refused.problem().type());
    }
}
