package org.govshare.platform.event;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1985-04-12T23:20:50.52Z",
                "1996-12-19T16:39:57-08:00",
                "1990-12-31T23:59:60Z",
                "1990-12-31T15:59:60-08:00",
                "1937-01-01T12:00:27.87+00:20",
                "2017-01-01T07:59:60+08:00",
                "2016-12-31T23:59:60.999Z",
                "2027-01-01t10:00:00z",
                "2027-01-01T10:00:00-00:00",
                "2027-01-01T10:00:00+23:59",
                "2028-02-29T00:00:00Z",
                "2027-01-01T10:00:00.1Z",
                "2027-01-01T10:00:00.123456789012345678901234567890Z",
                "0000-01-01T00:00:00Z"
            })
    void timeOfTheRfc_isOne(String text) {
        assertTrue(Rfc3339.isTime(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-01T10:00Z",
                "2027-01-01T10:00:00+08",
                "2027-01-01T10:00:00+0800",
                "2027-01-01T10:00:00",
                "2027-01-01 10:00:00Z",
                "2027-01-01",
                "2027-01-01T10:00:00.Z",
                "2027-01-01T10:00:00,5Z",
                "2027-01-01T24:00:00Z",
                "2027-01-01T10:60:00Z",
                "2027-01-01T10:00:61Z",
                "2027-01-01T10:00:60Z",
                "2027-01-30T23:59:60Z",
                "2027-01-01T23:59:60+08:00",
                "2027-02-29T00:00:00Z",
                "2027-13-01T00:00:00Z",
                "2027-00-01T00:00:00Z",
                "2027-01-01T10:00:00+24:00",
                "2027-01-01T10:00:00+08:60",
                "2027-01-01T10:00:00Z[Asia/Shanghai]",
                "+12027-01-01T10:00:00Z",
                "27-01-01T10:00:00Z",
                "2027-W01-1T10:00:00Z",
                "２027-01-01T10:00:00Z",
                "yesterday",
                "1798761600",
                ""
            })
    void anythingElse_isNone(String text) {
        assertFalse(Rfc3339.isTime(text));
    }
}
