package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.cases.PackCheck;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.Body;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Reason;
import org.govshare.regulation.procedure.Refusal;
import org.govshare.regulation.procedure.Verdict;
import org.govshare.regulation.reading.SmallPack;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BrokenLawTest {

    private static Law together(PackSource more) {
        var sources = new ArrayList<>(Law.builtInSources());
        sources.add(more);
        return Law.reading(sources);
    }

    private static Verdict open(Law law, String region) {
        var matter = new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), region, LocalDate.of(2025, 3, 3));
        var fields = Map.of("scenario", "x", "purpose", "x", "name", "x");
        var opening = new Opening(UUID.randomUUID(), matter, "a@" + region, "b@" + region, fields);
        return new Decider(law, new CaseOrgans(), WorkingCalendar.builtIn())
                .open(opening, Instant.parse("2025-03-03T01:00:00Z"));
    }

    @Test
    void aBrokenPack_closesItsJurisdictionAndTheOthersServeOn() {
        var law = together(SmallPack.changed("city-law", Map.of("10 working-days", "ten")));
        assertEquals("city-law", law.broken().get(0).id());
        assertEquals(Reason.JURISDICTION_CLOSED, ((Refusal) open(law, "130102")).reason());
        assertTrue(open(law, "130200") instanceof Decision, "another city of the province");
        assertTrue(open(law, "430100") instanceof Decision, "another province");
    }

    @Test
    void aBrokenPackAtTheProvidersPlace_closesItTooAndANationalOneClosesAll() {
        var city = together(SmallPack.changed("city-law", Map.of("10 working-days", "ten")));
        assertEquals(Reason.JURISDICTION_CLOSED, refused(city, "housing@130200", "police@130100"));
        assertEquals(Reason.JURISDICTION_CLOSED, refused(city, "housing@130200", "police@130102"));
        assertEquals(Reason.JURISDICTION_CLOSED, refused(city, "police@000000", "police@130100"));
        assertEquals(Reason.JURISDICTION_CLOSED, refused(city, "government@130000", "police@130100"), "an organ's act");
        assertTrue(city.isClosed(matter("130200", "130100")) && !city.isClosed(matter("130200", "130000")));
        var nation = together(SmallPack.changed(
                "nation-law",
                Map.of(
                        "10 working-days",
                        "ten",
                        "\"130100\"",
                        "\"000000\"",
                        "rank: city-measures",
                        "rank: national-measures")));
        assertEquals(Reason.JURISDICTION_CLOSED, refused(nation, "housing@430100", "police@430100"));
        assertEquals(Reason.JURISDICTION_CLOSED, refused(nation, "police@000000", "health@000000"));
    }

    private static Matter matter(String asks, String gives) {
        return new Matter(
                "share-request",
                Optional.of(ShareClass.CONDITIONAL),
                List.of(Body.departmentOf(asks), Body.departmentOf(gives)),
                LocalDate.of(2025, 3, 3));
    }

    private static Reason refused(Law law, String requester, String provider) {
        var organAct = requester.startsWith("government");
        var matter = organAct
                ? new Matter("correction", Optional.empty(), "130000", LocalDate.of(2025, 3, 3))
                : matter(
                        requester.substring(requester.indexOf('@') + 1), provider.substring(provider.indexOf('@') + 1));
        var calendar = WorkingCalendar.builtIn();
        var verdict = new Decider(law, new CaseOrgans(), calendar)
                .open(
                        new Opening(new UUID(0, 1), matter, requester, provider, Map.of("scenario", "x")),
                        calendar.startOf(LocalDate.of(2025, 3, 3)));
        return verdict instanceof Refusal refusal ? refusal.reason() : null;
    }

    @Test
    void aBrokenPackWhosePlaceCannotBeRead_closesAll() {
        var law = together(SmallPack.changed("city-law", Map.of("region:", "religion:")));
        assertEquals(Reason.JURISDICTION_CLOSED, ((Refusal) open(law, "430100")).reason());
    }

    @Test
    void aSoundPack_rulesTogetherWithTheBuiltInOnes() {
        var law = together(SmallPack.sound());
        assertFalse(law.isClosed("130100"));
        var matter =
                new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "130102", LocalDate.of(2025, 3, 3));
        var procedure = law.effective(matter).orElseThrow();
        assertEquals(
                List.of("city-law", "hebei-2022"),
                procedure.packs().stream().map(Pack::id).toList());
        assertEquals(5, procedure.clock("reply").period(), "the province's five days are shorter");
        assertEquals(
                "hebei-2022", procedure.clock("reply").periodSetBy().basis().pack());
        assertEquals(Optional.empty(), procedure.clock("reply").extension(), "and can't be extended");
    }

    @Test
    void aSecondPackOfOneName_isSetApart() {
        var law = together(SmallPack.changed("hunan-2021", Map.of()));
        assertTrue(law.broken().get(0).flaws().get(0).what().contains("a pack of this name already"));
    }

    @Test
    void consentByAPartyThatTheStepsLack_isRefused() {
        var other = new PackSource("nation", Map.of("pack.yaml", """
                        pack: nation
                        title: { zh: 国家规定, en: A national text }
                        organ: 国务院
                        rank: national-measures
                        region: "000000"
                        in-force: { from: 2020-01-01, article: "9" }
                        """, "procedures/p.yaml", """
                        procedure: share-request
                        variant: conditional
                        title: { zh: 申请, en: request }
                        periods:
                          reply: { period: 10 working-days, extension: { up-to: 5, consented-by: council, article: "5" }, article: "5" }
                        """));
        var check = PackCheck.of(other, List.of(SmallPack.sound()), ProcedureRunners.NONE);
        assertTrue(
                check.text()
                        .contains("the steps that it sets periods for, those of city-law, have no party \"council\""),
                check::text);
    }

    @Test
    void aReplacedTextThatThereIsNot_isRefusedWithItsLine() {
        var law = together(SmallPack.changed("city-law", Map.of("organ:", "replaces: city-law-1999\norgan:")));
        assertEquals(
                "city-law/pack.yaml:3: replaces: there is no pack \"city-law-1999\". Correct the name, or remove it",
                law.broken().get(0).flaws().get(0).toString());
        assertTrue(law.isClosed("130100"));
    }

    @Test
    void aReplacedTextThatDidNotLoad_isOneAllTheSame() {
        var sources = new ArrayList<>(Law.builtInSources());
        sources.add(SmallPack.changed("city-law-1999", Map.of("10 working-days", "ten")));
        sources.add(SmallPack.changed("city-law", Map.of("organ:", "replaces: city-law-1999\norgan:")));
        assertEquals(
                List.of("city-law-1999"),
                Law.reading(sources).broken().stream().map(BrokenPack::id).toList());
    }

    @Test
    void aPeriodForADutyThatNoTextHas_isRefusedWithItsLine() {
        for (var wrong : Map.of("reply:", "answer:", "procedure: share-request", "procedure: share-offer")
                .entrySet()) {
            var national = StackingTest.national("8 working-days", "");
            var files = new HashMap<>(national.files());
            files.put("procedures/p.yaml", files.get("procedures/p.yaml").replace(wrong.getKey(), wrong.getValue()));
            var law = Law.reading(List.of(new PackSource("nation", files), SmallPack.sound()));
            var flaw = law.broken().get(0).flaws().get(0);
            assertEquals("nation/procedures/p.yaml", flaw.file());
            assertTrue(flaw.line() > 1 && flaw.what().startsWith("no text has the duty \""), flaw::toString);
            assertEquals("Correct the name of the duty or of the procedure", flaw.mend());
        }
        assertEquals(
                List.of(),
                Law.reading(List.of(StackingTest.national("8 working-days", ""), SmallPack.sound()))
                        .broken(),
                "the text with the duty may come later");
    }

    @Test
    void packsCheck_tellsHowManyCasesWerePlayedOrWhatToMend() {
        for (var source : Law.builtInSources()) {
            var check = PackCheck.of(source, Law.builtInSources(), ProcedureRunners.NONE);
            assertTrue(check.sound(), check::text);
            assertTrue(check.text().matches(source.id() + ": sound, \\d\\d worked cases"), check::text);
        }
        var broken = PackCheck.of(
                SmallPack.changed("city-law", Map.of("to: done", "to: nowhere")), List.of(), ProcedureRunners.NONE);
        assertFalse(broken.sound());
        assertTrue(broken.text().startsWith("city-law/procedures/"), broken::text);
    }

    @Test
    void aKindThatRunsDifferentlyFromAnEarlierPack_isSetApart() {
        var other = SmallPack.changed(
                "city-law",
                Map.of(
                        "procedure: share-request",
                        "procedure: release\nruns-as: verification",
                        "region: \"130100\"",
                        "region: \"430100\""));
        var check = PackCheck.of(other, Law.builtInSources(), ProcedureRunners.NONE);
        assertTrue(
                check.text()
                        .contains(
                                "city-law/procedures/share-request-conditional.yaml:2: runs-as: it runs as verification,"
                                        + " in shenyang-2016 as share-request. "),
                check::text);
    }

    @Test
    void aBrokenPackSwitchedOn_closesItsJurisdictionAndTheOthersServeOn() {
        var law = together(SmallPack.changed("city-law", Map.of("10 working-days", "ten")))
                .switchedOn("city-law");
        assertTrue(law.isClosed("130102"));
        assertFalse(law.isClosed("430100"));
    }

    @Test
    void settingsThatNameNothing_areReportedWithTheName(@TempDir Path folder) {
        var missing = Optional.of(folder.resolve("nowhere"));
        assertTold("nowhere", () -> Law.operated(missing, List.of(), ProcedureRunners.NONE));
        assertTold(
                "neijiang-2O20",
                () -> Law.operated(Optional.of(folder), List.of("neijiang-2O20"), ProcedureRunners.NONE));
        assertFalse(Law.operated(Optional.of(Path.of("")), List.of("", " neijiang-2020-draft "), ProcedureRunners.NONE)
                .ruling("511000", LocalDate.of(2025, 3, 3))
                .isEmpty());
    }

    @Test
    void aPackInAnotherEncoding_closesItsJurisdictionOnly(@TempDir Path folder) throws IOException {
        var text = "pack: gbk\nregion: \"130200\"\ntitle: { zh: 办法, en: x }\n";
        Files.createDirectories(folder.resolve("gbk"));
        Files.write(folder.resolve("gbk/pack.yaml"), text.getBytes(Charset.forName("GBK")));
        var law = Law.operated(Optional.of(folder), List.of(), ProcedureRunners.NONE);
        assertEquals(
                "gbk/pack.yaml:3: it is not UTF-8: octet B0 at offset 40. It looks like GBK, in which Excel saves Chinese;"
                        + " save it as \"CSV UTF-8\", or convert it from GB18030. Save it as UTF-8",
                law.broken().get(0).flaws().get(0).toString());
        assertTrue(law.isClosed("130200"));
        assertFalse(law.isClosed("430100"));
    }

    @Test
    void workedCasesInAnotherEncoding_areLeftToThePacksCheck(@TempDir Path folder) throws IOException {
        write(SmallPack.sound(), folder, "");
        Files.createDirectories(folder.resolve("city-law/cases"));
        Files.write(folder.resolve("city-law/cases/a.yaml"), "# 例\ncases: []\n".getBytes(Charset.forName("GBK")));
        assertEquals(
                List.of(),
                Law.operated(Optional.of(folder), List.of(), ProcedureRunners.NONE)
                        .broken());
        var check = PackCheck.of(PackSource.read(folder.resolve("city-law")), List.of(), ProcedureRunners.NONE);
        assertTrue(check.text().startsWith("city-law/cases/a.yaml:1: it is not UTF-8: octet C0 at"), check::text);
    }

    @Test
    void aCharacterThatAnEarlierProgramLost_isReportedWithItsLine() {
        var law = together(SmallPack.changed("city-law", Map.of("某市人民政府", "\uFFFD市人民政府")));
        assertEquals(
                "city-law/pack.yaml:3: it holds U+FFFD for a character that was lost. Write it",
                law.broken().get(0).flaws().get(0).toString());
    }

    @Test
    void aPackWithByteOrderMarks_isTheSamePack(@TempDir Path folder) throws IOException {
        write(SmallPack.sound(), folder, "\uFEFF");
        assertEquals(SmallPack.sound(), PackSource.read(folder.resolve("city-law")));
        assertEquals(
                List.of(),
                Law.operated(Optional.of(folder), List.of(), ProcedureRunners.NONE)
                        .broken());
    }

    private static void write(PackSource pack, Path folder, String mark) throws IOException {
        for (var file : pack.files().entrySet()) {
            var path = folder.resolve(pack.id()).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, mark + file.getValue());
        }
    }

    private static void assertTold(String name, Executable reading) {
        var told = assertThrows(RegulationException.class, reading).getMessage();
        assertTrue(told.contains(name), told);
    }
}
