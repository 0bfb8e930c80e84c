package org.govshare.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class WhyTest {
    @Test
    void daysOfOneKind_areShownAsRange() {
        ObjectNode clock = new ObjectMapper().createObjectNode();
        clock.putArray("explanation")
                .add("reply to the authority")
                .add("  period 5 working days: a law, art. 15")
                .add("  2025-09-29 Mon  -  day of the start, not counted")
                .add("  2025-09-30 Tue  1  working day")
                .add("  2025-10-01 Wed  -  off by the notice (国庆节), not counted https://www.gov.cn/a.htm")
                .add("  2025-10-02 Thu  -  off by the notice (国庆节), not counted https://www.gov.cn/a.htm")
                .add("  2025-10-09 Thu  2  working day")
                .add("  2025-10-10 Fri  3  working day")
                .add("due by 24:00 (Asia/Shanghai) on 2025-10-10");

        Why why = Why.of(clock);

        assertEquals("period 5 working days: a law, art. 15", why.rules());
        assertEquals("Tue 09-30, Thu 10-09 to Fri 10-10", why.counted());
        assertEquals(
                "Mon 09-29 (day of the start), Wed 10-01 to Thu 10-02 (off by the notice (国庆节))", why.notCounted());
    }
}
