package org.govshare.casework.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govshare.casework.law.RulingView.ClockView;
import org.govshare.casework.law.RulingView.LengthView;
import org.govshare.casework.law.RulingView.PackName;
import org.govshare.casework.law.RulingView.SourceView;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.junit.jupiter.api.Test;

/** A made-up national text over the built-in local ones, before Decree 809 was in force. */
class RulingViewTest {

    @Test
    void nationalTextThatIsShorter_setsPeriodAndTotal_andTheLocalOneGaveWay() {
        RulingView view = RulingView.of(lawUnder("8 working-days"), matter("430100"), Locale.ENGLISH);
        assertEquals(
                List.of("hunan-2021", "nation"),
                view.packs().stream().map(PackName::id).toList());
        assertEquals(List.of("hunan-2021", "nation"), view.procedure().packs());
        ClockView reply = view.procedure().clocks().get(0);
        LengthView eight = new LengthView(
                8,
                new SourceView("nation", "20", 8, null),
                List.of(new SourceView("hunan-2021", "ch. 3 para. 11 (2)", 10, null)));
        assertEquals(
                new ClockView("reply", "reply in writing", "provider", "working-days", eight, eight, null, null),
                reply);
    }

    @Test
    void nationalTextThatIsLonger_givesWayInPeriodAndTotal() {
        String longer = "15 working-days, extension: { up-to: 10, consented-by: provider, article: \"21\" }";
        ClockView view = RulingView.of(lawUnder(longer), matter("130100"), Locale.CHINESE).procedure().clocks().stream()
                .filter(clock -> clock.rule().equals("reply"))
                .findFirst()
                .orElseThrow();
        assertEquals(5, view.period().amount());
        assertEquals("hebei-2022", view.period().setBy().pack());
        assertEquals("条文未写明起算日；自转至提供部门之日起算", view.period().setBy().chosen());
        assertEquals(
                List.of("nation"),
                view.period().gaveWay().stream().map(SourceView::pack).toList());
        assertEquals(25, view.total().gaveWay().get(0).amount());
        assertEquals(
                15,
                view.total().amount(),
                "Hebei is silent on extension, which does not take away the ten days of the nation");
        assertEquals("provider", view.consentedBy());
    }

    @Test
    void theShareClass_isNamedAsDatasetsNameIt_besideTheOlderWord() {
        RulingView view = RulingView.of(Law.builtIn(), matter("130100"), Locale.ENGLISH);
        JsonNode json = new ObjectMapper().valueToTree(view.procedure());
        assertEquals("CONDITIONAL", json.path("shareClass").asText());
        assertEquals("CONDITIONAL", json.path("variant").asText());
    }

    @Test
    void regionWithoutAnyText_hasNoProcedure_andOneWithABrokenTextIsClosed() {
        assertNull(
                RulingView.of(Law.builtIn(), matter("440100"), Locale.ENGLISH).procedure());
        List<PackSource> sources = new ArrayList<>(Law.builtInSources());
        sources.add(new PackSource("guangzhou", Map.of("pack.yaml", "pack: guangzhou\nregion: \"440100\"\n")));
        Law law = Law.reading(sources);
        assertEquals(true, RulingView.of(law, matter("440103"), Locale.ENGLISH).closed());
        assertEquals(false, RulingView.of(law, matter("440300"), Locale.ENGLISH).closed());
    }

    private static Matter matter(String region) {
        return new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), region, LocalDate.of(2025, 7, 1));
    }

    private static Law lawUnder(String period) {
        List<PackSource> sources = new ArrayList<>(Law.builtInSources());
        sources.add(new PackSource("nation", Map.of("pack.yaml", """
                                pack: nation
                                title: { zh: 国家规定, en: A national text }
                                organ: 国务院
                                rank: national-measures
                                region: "000000"
                                in-force: { from: 2025-06-01, article: "44" }
                                """, "procedures/p.yaml", """
                                procedure: share-request
                                variant: conditional
                                title: { zh: 申请, en: request }
                                periods:
                                  reply: { period: %s, article: "20" }
                                """.formatted(period))));
        return Law.of(sources);
    }
}
