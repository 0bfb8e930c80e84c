package org.govshare.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            q-3                                        | q-3
            "q-3"                                      | q-3
            "say \\"hi\\" \\\\ \\x"                    | say "hi" \\ x
            "100%25"                                   | 100%
            "%E7%9F%B3 a"                              | 石 a
            "%22a%22"                                  | "a"
            "\\%41"                                    | A
            %22q-3%22                                  | "q-3"
            %2522                                      | %22
            W/"a"                                      | W/"a"
            a\\b                                       | a\\b
            Euro%20%E2%82%AC%20%f0%9F%98%80            | Euro € 😀
            (comment)                                  | (comment)
            """)
    void value_isUnquotedThenPercentDecodedOnce(String header, String value) {
        assertEquals(Optional.of(value), HeaderValue.decoded(header));
    }

    @Test
    void emptyQuotation_isEmpty() {
        assertEquals(Optional.of(""), HeaderValue.decoded("\"\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"q-3",
                "\"q\"3\"",
                "\"a\" and \"b\"",
                "\"q-3\\\"",
                "\"q-3\\",
                "%zz",
                "%4",
                "%",
                "%C3",
                "%C0%A0",
                "%ED%A0%80",
                "\u00e9",
                "石",
                "a\u0080"
            })
    void brokenValue_isNone(String header) {
        assertEquals(Optional.empty(), HeaderValue.decoded(header));
    }
}
