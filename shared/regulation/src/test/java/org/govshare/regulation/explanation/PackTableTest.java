package org.govshare.regulation.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.PartyStrategy;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.reading.SmallPack;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a pack says is shown whole: nothing chosen stays hidden in the files. */
class PackTableTest {
    private static final Pattern CHINESE_LABEL =
            Pattern.compile("  (来源|回流|参与|处理|受托|环节|机关|情形|操作|填写|期限|约束|延长|理由|督办|时限|保存)    .*");

    @Test
    void everythingChosenInAPack_isShownInBothLanguages() {
        int shown = 0;
        for (var source : Law.builtInSources()) {
            var pack = Law.builtIn().pack(source.id());
            var chinese = PackTable.of(pack, Locale.CHINESE);
            var english = PackTable.of(pack, Locale.ENGLISH);
            for (var file : source.law().entrySet()) {
                for (var chosen : chosen(yaml(file.getValue()))) {
                    assertShown(chinese, "所选：" + chosen.get("zh"), file.getKey());
                    assertShown(english, "chosen: " + chosen.get("en"), file.getKey());
                    shown++;
                }
            }
        }
        assertTrue(shown > 100, "chosen texts seen: " + shown);
    }

    @Test
    void whatMustBeKept_isShownWithItsArticle() {
        var decree = Law.builtIn().pack("decree-809-2025");
        var english = PackTable.of(decree, Locale.ENGLISH);
        assertTrue(english.contains("use-records, kept at least 3 years  [art. 29 para. 2; chosen: "), english);
        var chinese = PackTable.of(decree, Locale.CHINESE);
        assertTrue(chinese.contains("共享数据使用记录，至少保存 3 年  [第29条第2款; "), chinese);
    }

    @Test
    void inChinese_labelsAndTheGrammarsWordsAreChineseToo() {
        for (var pack : Law.builtIn().packs()) {
            PackTable.of(pack, Locale.CHINESE)
                    .lines()
                    .filter(line -> line.startsWith("  ") && !line.startsWith("   "))
                    .skip(pack.note().isPresent() ? 2 : 1)
                    .forEach(line -> assertTrue(CHINESE_LABEL.matcher(line).matches(), line));
        }
        var shenyang = PackTable.of(Law.builtIn().pack("shenyang-2016"), Locale.CHINESE);
        assertTrue(shenyang.contains("主管领导审核同意: 提供方 (主管领导) → delivered; 开通授权、通知各方  [第20条第4项]"), shenyang);
        assertTrue(shenyang.contains("建议责令整改: 规定所在地的人民政府"), shenyang);
        assertFalse(shenyang.contains("chosen"), shenyang);
    }

    @Test
    void wordsOfTheGrammar_allHaveChinese() {
        var words = new PackWords(Locale.CHINESE);
        for (var pack : Law.builtIn().packs()) {
            pack.procedures().values().stream()
                    .flatMap(procedure -> procedure.clocks().values().stream())
                    .flatMap(clock -> clock.ladder().stream())
                    .flatMap(rung -> rung.to().stream())
                    .forEach(to -> assertFalse(words.of(to).equals(to), to));
        }
        for (var pack : Law.builtIn().packs()) {
            pack.procedures().values().stream()
                    .flatMap(procedure -> procedure.actions().values().stream())
                    .flatMap(action -> action.effects().stream())
                    .forEach(effect -> assertFalse(words.of(effect).equals(effect), effect));
        }
        for (var strategy : PartyStrategy.values()) {
            var name = Doc.nameOf(strategy);
            assertFalse(words.of(name).equals(name), name);
        }
    }

    @Test
    void extension_saysInTableAndExplanationThatItsAnswerMayComeLater() {
        var pack = Law.builtIn().pack("hebei-2022");
        var procedure = Law.builtIn().alone("hebei-2022", "verification");
        var calendar = WorkingCalendar.builtIn();
        var clock = ClockState.started("verify", "p@130100", calendar.startOf(LocalDate.of(2025, 3, 3)));

        assertShown(PackTable.of(pack, Locale.ENGLISH), "up to 10, consented by authority", "extension");
        var explained = Explanation.of(procedure, clock, calendar).text(Locale.CHINESE);
        assertShown(explained, "本系统所选：应当在期限届满前提出；条文未规定答复时间", "explanation");
    }

    @Test
    void clockWithAnExtension_hasALineForIt() {
        assertEquals(
                1,
                PackTable.of(Law.of(List.of(SmallPack.sound())).pack("city-law"), Locale.ENGLISH)
                        .lines()
                        .filter(line -> line.startsWith("  extend"))
                        .count());
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    /** Every {@code chosen} at any depth. */
    private static List<Map<?, ?>> chosen(Object node) {
        if (node instanceof Map<?, ?> map) {
            var below = map.values().stream()
                    .flatMap(value -> chosen(value).stream())
                    .toList();
            return map.get("chosen") instanceof Map<?, ?> found
                    ? Stream.concat(Stream.of(found), below.stream()).toList()
                    : below;
        }
        return node instanceof Collection<?> items
                ? items.stream().flatMap(item -> chosen(item).stream()).toList()
                : List.of();
    }

    private static void assertShown(String text, String part, String where) {
        assertTrue(text.contains(part), () -> where + " misses: " + part + "\n" + text);
    }
}
