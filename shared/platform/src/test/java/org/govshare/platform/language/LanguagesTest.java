package org.govshare.platform.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @Test
    void oddHeaders_askForNone() {
        for (String odd :
                List.of("-", "--", ",", ";", ";q=1", "*;q=", "zh;q=2", "zh;q=-", "\u4e2d\u6587", "-,-", "=", "a-")) {
            assertEquals(List.of(Locale.ENGLISH), Languages.wanted(odd), odd);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en;q=0.5, zh-CN                | zh
            de, zh;q=0.5                   | zh
            de, fr;q=0.9, zh-TW;q=0.1      | zh
            zh-Hans-CN                     | zh
            zh-TW                          | zh
            ZH-cn;q=0.3, en;q=0.2          | zh
            zh, en                         | zh
            en, zh                         | en
            en;q=0.8, zh;q=0.8             | en
            zh;q=0.5, en                   | en
            de                             | en
            *                              | en
            de, *;q=0.5                    | en
            en;q=0.5, *                    | zh
            zh;q=0.5, *                    | en
            zh;q=0, *                      | en
            en;q=0, *                      | zh
            de, en;q=0                     | zh
            zh;q=0                         | en
            zh;q=0, en;q=0.1               | en
            en;q=0, zh;q=0                 | en
            zh;q=0.001, en;q=0             | zh
            zh-TW;q=0, zh-CN;q=0.4         | zh
            de_DE, zh;q=0.5                | zh
            en-GB;q=0.4, zh-Hant-HK;q=0.41 | zh
            zhx                            | en
            ''                             | en
            """)
    void bestMatch_isAnswered(String header, String language) {
        assertEquals(List.of(Locale.forLanguageTag(language)), Languages.wanted(header), header);
    }

    @Test
    void noHeader_isEnglish() {
        assertEquals(List.of(Locale.ENGLISH), Languages.wanted((String) null));
    }
}
