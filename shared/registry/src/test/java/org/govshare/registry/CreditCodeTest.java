package org.govshare.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.hutool.core.util.CreditCodeUtil;
import java.util.Random;
import org.govshare.platform.identity.CreditCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void randomCode_hasTheCheckCharacterOfTheOracle() {
        Random random = new Random(32100);
        for (int i = 0; i < 2_000; i++) {
            String first17 = randomFirst17(random);
            String code = first17 + CreditCode.checkCharacter(first17);
            assertTrue(CreditCodeUtil.isCreditCode(code), code);
            assertTrue(CreditCode.isValid(code), code);
        }
    }

    @Test
    void oneCharacterChanged_isJudgedAsTheOracleDoes() {
        Random random = new Random(2015);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder code = new StringBuilder(MadeUpCodes.of("130100", random.nextInt(10_000)));
            code.setCharAt(random.nextInt(18), (char) ('0' + random.nextInt('Z' - '0' + 1)));
            assertEquals(CreditCodeUtil.isCreditCode(code), CreditCode.isValid(code.toString()), code.toString());
        }
    }

    @Test
    void twoNeighboursSwapped_areFound() {
        assertTrue(CreditCode.isValid("Y1130000FAKE01016L"));
        assertFalse(CreditCode.isValid("Y1130000FKAE01016L"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "Y1130000FAKE01016", "Y1130000FAKE01016L ", "y1130000fake01016l", "Y1130000FAKE0101６L"})
    void otherForm_isRefused(String code) {
        assertFalse(CreditCode.isValid(code));
    }

    private static String randomFirst17(Random random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 17; i++) {
            boolean digitOnly = i >= 2 && i < 8;
            code.append(ALPHABET.charAt(random.nextInt(digitOnly ? 10 : ALPHABET.length())));
        }
        return code.toString();
    }
}
