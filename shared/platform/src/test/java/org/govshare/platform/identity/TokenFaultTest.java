package org.govshare.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenFaultTest {
    /** RFC 6750 section 3: the characters of an error_description, without those that would need an escape. */
    private static final Pattern CHALLENGE = Pattern.compile(
            "Bearer error=\"invalid_token\", error_description=\"[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+\"");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NO_KEY")
    void challenge_isAsRfc6750Wants(TokenFault fault) {
        assertTrue(CHALLENGE.matcher(fault.challenge()).matches(), fault.challenge());
    }

    @ParameterizedTest
    @EnumSource(names = "NO_KEY")
    void missingKey_isNotBlamedOnTheToken(TokenFault fault) {
        assertEquals("Bearer", fault.challenge());
    }
}
