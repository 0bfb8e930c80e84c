package org.govshare.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void oddHeaders_askForNone() {
        for (String odd :
                List.of("-", "--", ",", ";", ";q=1", "*;q=", "zh;q=2", "zh;q=-", "\u4e2d\u6587", "-,-", "=", "a-")) {
            assertEquals(List.of(Locale.ENGLISH), Languages.wanted(odd), odd);
        }
    }

    @Test
    void mostWanted_comesFirst() {
        assertEquals("zh", Languages.wanted("en;q=0.5, zh-CN").get(0).getLanguage());
    }
}
