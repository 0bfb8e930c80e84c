package org.govshare.standalone;

import static org.govshare.standalone.CommandLineTest.and;
import static org.govshare.standalone.CommandLineTest.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.govshare.standalone.CommandLineTest.Ended;
import org.junit.jupiter.api.Test;

/** {@code due --region}: when clocks are due by all texts that rule in a place together. */
class DueStackTest {
    private static final String[] HEBEI = {"due", "--region", "130100", "--from", "2025-08-04T09:00"};

    private static Ended due(String arguments) {
        return run(("due " + arguments).split(" "));
    }

    @Test
    void eachClockOfTheStack_hasALine_whateverTheClassIsWrittenLike() {
        // 5 to 7 August; 5 to 8 and 11 August
        Ended hebei = new Ended(0, "review\t2025-08-07\nreply\t2025-08-11\ndeliver\t2025-08-07\n", "");
        assertEquals(hebei, run(and(HEBEI, "--class", "CONDITIONAL")));
        assertEquals(hebei, run(and(HEBEI, "--share-class", "conditional", "--kind", "share-request")));
        assertEquals(
                new Ended(0, "reply\t2025-08-11\n", ""), run(and(HEBEI, "--class", "conditional", "--clock", "reply")));
    }

    @Test
    void theDecreeCounts_fromTheDayOnWhichTheCaseIsRaised() {
        String unconditional = "--region 130100 --class unconditional ";
        // 1, 4 and 5 August; then one working day; then three by the law of the eve: 5 to 7 August
        assertEquals(
                "deliver\t2025-08-05\n",
                due(unconditional + "--from 2025-07-31T17:00").out());
        assertEquals(
                "deliver\t2025-08-05\n",
                due(unconditional + "--from 2025-08-04T17:00").out());
        assertEquals(
                "deliver\t2025-08-07\n",
                due(unconditional + "--from 2025-08-04T17:00 --on 2025-07-31").out());
    }

    @Test
    void shenyang_isCountedByItsRegulationOf2020AndTheDecreeTogether() {
        assertEquals(
                "reply\t2025-08-08\ndeliver\t2025-08-29\n",
                due("--region 210100 --class conditional --from 2025-08-01").out());
    }

    @Test
    void explained_itNamesTheTextsAndWhoGaveWay() {
        String english = run(and(HEBEI, "--class", "unconditional", "--explain", "--lang", "en"))
                .out();
        String chinese =
                run(and(HEBEI, "--class", "unconditional", "--explain")).out();

        assertTrue(english.startsWith("share-request-unconditional  "), english);
        assertTrue(english.contains("\n  National Regulation on the Sharing of Government Data\n"), english);
        assertTrue(english.contains("gave way: 3 working days, Hebei Measures"), english);
        assertTrue(english.contains("due by 24:00 (Asia/Shanghai) on 2025-08-05\n  not carried: "), english);
        assertTrue(chinese.contains("\n  政务数据共享条例\n"), chinese);
        assertTrue(chinese.contains("让位：3个工作日，《河北省"), chinese);
    }

    @Test
    void asJson_itHasTextsAndClocks() throws Exception {
        JsonNode answer = new ObjectMapper()
                .readTree(run(and(HEBEI, "--class", "unconditional", "--json")).out());

        assertEquals("share-request-unconditional", answer.path("procedure").asText());
        assertEquals("2025-08-04", answer.path("on").asText());
        assertEquals(
                "[\"hebei-2022\",\"decree-809-2025\"]", answer.path("packs").toString());
        assertEquals("deliver", answer.at("/clocks/0/clock").asText());
        assertEquals("2025-08-05", answer.at("/clocks/0/lastDay").asText());
        assertTrue(answer.at("/clocks/0/inForce").asBoolean());
    }

    @Test
    void whereNothingRules_itSaysWhyAndWhatThereIs() {
        Ended without = run(and(HEBEI, "--lang", "en"));
        assertEquals(1, without.status());
        assertTrue(without.err().contains("No regulation in force here governs this matter; on that day there are: "));
        assertTrue(without.err().contains("share-request-conditional"), without.err());
        Ended nowhere = due("--region 110000 --class conditional --from 2025-07-31");
        assertEquals(new Ended(1, "", "govshare: 没有适用于该事项的规定\n"), nowhere);
        Ended across = due("--region 430100 --provider-region 000000 --class conditional --from 2025-07-31 --lang en");
        assertTrue(across.err().contains(" does not apply to agencies of 000000"), across.err());
        Ended clock = run(and(HEBEI, "--class", "conditional", "--clock", "nap"));
        assertTrue(clock.err().contains("known: review, reply, deliver"), clock.err());
    }

    @Test
    void aDraftCounts_onceItIsSwitchedOn() {
        String neijiang = "--region 511000 --class conditional --from 2025-03-03";
        assertEquals(1, due(neijiang).status());
        // 4 to 7, 10 to 14 and 17 March
        assertEquals(
                "reply\t2025-03-17\n",
                due(neijiang + " --switch-on neijiang-2020-draft").out());
    }

    @Test
    void wordsThatMeanNothing_areNotUnderstood() {
        Ended region = due("--region 13010 --class conditional");
        assertEquals(2, region.status());
        assertTrue(region.err().contains("'13010' is not a region code of six digits such as 430100"), region.err());
        Ended shareClass = due("--region 130100 --class secret");
        assertEquals(2, shareClass.status());
        assertTrue(shareClass.err().contains("'secret' is none of unconditional, conditional, withheld"));
        assertFalse(shareClass.err().contains("org.govshare"), shareClass.err());
        assertEquals(2, due("--class conditional").status(), "no place");
        Ended clock = due("--pack hebei-2022 --procedure share-request-conditional");
        assertEquals(2, clock.status());
        assertTrue(clock.err().contains("--clock"), clock.err());
    }
}
