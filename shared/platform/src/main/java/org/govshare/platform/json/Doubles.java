package org.govshare.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.math.BigDecimal;
import org.erdtman.jcs.NumberToJSON;

/** Numbers as RFC 8785 section 3.2.2.3 writes them: IEEE 754 doubles in the shortest form, as ECMAScript does. */
final class Doubles {

    /** This many digits distinguish any two doubles. */
    private static final int DIGITS = 17;

    private Doubles() {}

    /** A value that is written as the nearest double. A number beyond all doubles, or too small, has none. */
    static JsonNode rounded(JsonNode number) {
        if (underflows(number)) {
            throw new IllegalArgumentException("a number closer to 0 than all doubles");
        }
        return JsonNodeFactory.instance.rawValueNode(new RawValue(shortest(number.doubleValue())));
    }

    /**
     * Whether a double holds the number's magnitude and precision (RFC 7493 section 2.2): a whole number is the double
     * itself or its shortest form; a fraction has at most {@value #DIGITS} significant digits.
     */
    static boolean hold(JsonNode number) {
        double next = number.doubleValue();
        if (!Double.isFinite(next) || underflows(number)) {
            return false;
        }
        BigDecimal given = number.decimalValue().stripTrailingZeros();
        return given.scale() > 0
                ? given.precision() <= DIGITS
                : given.compareTo(new BigDecimal(next)) == 0 || given.compareTo(new BigDecimal(shortest(next))) == 0;
    }

    /** Whether the number is not 0 although 0 is the nearest double: both would have the same digest. */
    static boolean underflows(JsonNode number) {
        return number.doubleValue() == 0 && number.decimalValue().signum() != 0;
    }

    private static String shortest(double number) {
        try {
            return NumberToJSON.serializeNumber(number);
        } catch (IOException e) {
            throw new IllegalArgumentException("a number beyond all doubles", e);
        }
    }
}
