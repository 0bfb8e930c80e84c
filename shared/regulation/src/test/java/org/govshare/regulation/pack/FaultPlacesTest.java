package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.reading.SmallPack;
import org.junit.jupiter.api.Test;

/** A fault that shows only when texts are put upon one another names the line that causes it, in whichever text it is. */
class FaultPlacesTest {
    private static final String ANSWERS = "answers: [{ pack: nation, duty: sing }]";

    private static List<String> faults(PackSource... sources) {
        return Law.reading(List.of(sources)).broken().stream()
                .flatMap(pack -> pack.flaws().stream())
                .map(Flaw::toString)
                .toList();
    }

    private static PackSource city(String answers) {
        return SmallPack.changed("city-law", Map.of("ladder: provider", "ladder: provider\n    " + answers));
    }

    @Test
    void aDutyThatIsNotThere_isToldInTheTextThatAnswersIt_whicheverComesFirst() {
        var nation = StackingTest.national("10 working-days", "");
        var fault =
                "city-law/procedures/share-request-conditional.yaml:41: clocks.reply.answers[0].duty: it answers a duty"
                        + " that nation does not have: sing. Correct the name of the duty, which is one of reply";
        assertEquals(List.of(fault), faults(nation, city(ANSWERS)));
        assertEquals(List.of(fault), faults(city(ANSWERS), nation));
    }

    @Test
    void aDutyInAnotherUnit_isToldWhereItIsAnswered_andWhereThePeriodStands() {
        var nation = StackingTest.national("1 months", "");
        assertEquals(
                List.of(
                        "city-law/procedures/share-request-conditional.yaml:41: clocks.reply.answers[0].duty: it answers"
                                + " reply of nation in another unit. Periods for one duty stack only in one unit",
                        "nation/procedures/p.yaml:5: periods.reply.period: its unit differs from that of city-law. Periods"
                                + " for one duty stack only in one unit"),
                faults(city(ANSWERS.replace("sing", "reply")), nation));
        assertEquals(
                "city-law/procedures/share-request-conditional.yaml:36: clocks.reply.period: its unit differs from that of"
                        + " nation. Periods for one duty stack only in one unit",
                faults(nation, SmallPack.sound()).get(0));
    }

    @Test
    void aConsentOfNobody_isToldInTheTextThatStatesIt_whicheverComesFirst() {
        var nation = StackingTest.national(
                "10 working-days", "extension: { up-to: 5, consented-by: council, article: \"5\" },");
        var fault =
                "nation/procedures/p.yaml:5: periods.reply.extension.consented-by: the steps that it sets periods for,"
                        + " those of city-law, have no party \"council\". Name one of requester, provider, authority";
        assertEquals(List.of(fault), faults(nation, SmallPack.sound()));
        assertEquals(List.of(fault), faults(SmallPack.sound(), nation));
    }

    @Test
    void aSecondPackOfOneName_isToldAtItsName() {
        var second = SmallPack.changed("city-law", Map.of("pack: city-law", "# once more\npack: city-law"));
        assertEquals(
                List.of("city-law/pack.yaml:2: pack: there is a pack of this name already. Choose another name"),
                faults(SmallPack.sound(), second));
    }
}
