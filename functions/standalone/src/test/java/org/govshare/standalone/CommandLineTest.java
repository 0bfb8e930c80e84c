package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that need no server, run in this process. */
class CommandLineTest {
    private static final String[] REPLY = {
        "due",
        "--pack",
        "hebei-2022",
        "--procedure",
        "share-request-conditional",
        "--clock",
        "reply",
        "--from",
        "2025-09-26T10:00"
    };

    @TempDir
    Path folder;

    /** How a command ended, and what it wrote. */
    record Ended(int status, String out, String err) {}

    static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = GovshareMain.commandLine();
        commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = commands.execute(arguments);
        return new Ended(status, out.toString(), err.toString());
    }

    static String[] and(String[] first, String... more) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    @Test
    void due_isTheLastDay() {
        assertEquals(new Ended(0, "2025-10-10\n", ""), run(REPLY));
        assertEquals(
                new Ended(0, "2027-01-12\tprovisional\n", ""),
                run("due", "--working-days", "10", "--from", "2026-12-28T10:00"));
    }

    @Test
    void dueExplained_tellsDaysAndArticlesInBothLanguages() {
        String chinese = run(and(REPLY, "--explain")).out();
        String english = run(and(REPLY, "--explain", "--lang", "en")).out();

        assertTrue(chinese.contains("《河北省政务数据共享应用管理办法》第15条第3款"), chinese);
        assertTrue(chinese.contains("2025-10-01 周三  -  国庆节、中秋节放假，不计入"), chinese);
        assertTrue(english.contains("weekend worked by the notice"), english);
    }

    @Test
    void dueAsJson_hasEachDay() throws Exception {
        JsonNode answer = new ObjectMapper()
                .readTree(run(and(REPLY, "--explain", "--json", "--lang", "en")).out());

        assertEquals("2025-10-10T16:00:00Z", answer.path("due").asText());
        assertEquals(15, answer.path("days").size());
        assertEquals(1, answer.path("days").get(2).path("number").asInt(), "the make-up Sunday");
        assertTrue(answer.path("rules").get(0).asText().contains("art. 15 para. 3"));
    }

    @Test
    void dueOfUnknownNames_isRefusedWithTheKnownOnes() {
        Ended ended = run("due", "--pack", "hebei-2022", "--procedure", "share-request-conditional", "--clock", "nap");

        assertEquals(1, ended.status());
        assertTrue(ended.err().contains("known: review, reply, deliver"), ended.err());
        assertEquals(1, run("due", "--working-days", "0").status());
        assertEquals(2, run("due").status());
        assertEquals(
                2,
                run("due", "--procedure", "share-request-conditional", "--clock", "reply")
                        .status());
    }

    @Test
    void batch_answersEveryGoodLineAndTellsTheBadOnes() {
        Ended ended = batch("2025-09-26\t4\nsoon\t4\n2026-12-28\t1\n".getBytes(StandardCharsets.UTF_8));

        assertEquals(1, ended.status());
        assertEquals("2025-09-26\t4\t2025-10-09\nsoon\t4\n2026-12-28\t1\t2026-12-29\tprovisional\n", ended.out());
        assertTrue(ended.err().startsWith("govshare: Line 2:"), ended.err());
    }

    @Test
    void batchWithAByteOrderMark_isAnsweredFromItsFirstLineOn() {
        assertEquals(
                new Ended(0, "2025-09-26\t4\t石家庄\t2025-10-09\n", ""),
                batch("\uFEFF2025-09-26\t4\t石家庄\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void batchInAnotherEncoding_isRefusedWithOffsetAndLine() throws Exception {
        assertEquals(
                new Ended(
                        1,
                        "",
                        "govshare: standard input:1: is not UTF-8: octet B0 at offset 13. It looks like GBK, in which Excel"
                                + " saves Chinese; save it as \"CSV UTF-8\", or convert it from GB18030\n"),
                batch("2025-09-26\t4\t办法\n".getBytes("GBK")));
    }

    private static Ended batch(byte[] lines) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(lines));
        try {
            return run("due", "--batch");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void dueByATextNotYetInForce_isAnsweredAndSaysSo() throws Exception {
        String[] before = REPLY.clone();
        before[before.length - 1] = "2022-05-06";
        String zh = "《河北省政务数据共享应用管理办法》自2023-01-01起施行，2022-05-06尚未施行";
        String en = "Hebei Measures for the Sharing and Use of Government Data comes into force on 2023-01-01;"
                + " it was not yet in force on 2022-05-06";

        assertEquals(new Ended(0, "2022-05-12\tnot-in-force\n", "govshare: " + zh + "\n"), run(before));
        Ended explained = run(and(before, "--explain", "--lang", "en"));
        assertEquals(en, explained.out().lines().findFirst().orElseThrow());
        assertEquals("govshare: " + en + "\n", explained.err());
        JsonNode json = new ObjectMapper().readTree(run(and(before, "--json")).out());
        assertFalse(json.path("inForce").asBoolean(true), json.toString());
        assertEquals(zh, json.path("notInForce").asText());
        JsonNode ruling = new ObjectMapper().readTree(run(and(REPLY, "--json")).out());
        assertTrue(ruling.path("inForce").asBoolean(), ruling.toString());
        assertFalse(ruling.has("notInForce"), ruling.toString());
        String help = run("due", "--help").out().replaceAll("\\s+", " ");
        assertTrue(help.contains("ends with a tab and 'not-in-force', standard error says why"), help);
    }

    @Test
    void due_saysWhatAHigherTextDemandsAndTheseStepsDoNotCarry() throws Exception {
        String[] delivery = ("due --pack hebei-2022 --procedure share-request-unconditional --clock deliver"
                        + " --from 2025-08-04")
                .split(" ");
        String explained = run(and(delivery, "--explain", "--lang", "en")).out();
        assertTrue(explained.contains("  not carried: "), explained);
        assertTrue(explained.contains("  [decree-809-2025 art. 20 para. 3]\n"), explained);
        JsonNode answer =
                new ObjectMapper().readTree(run(and(delivery, "--json")).out());
        assertTrue(answer.path("notCarried").findValuesAsText("article").contains("20 para. 3"), answer.toString());
        delivery[delivery.length - 1] = "2025-07-31";
        JsonNode before =
                new ObjectMapper().readTree(run(and(delivery, "--json")).out());
        assertEquals("[]", before.path("notCarried").toString());
        assertEquals("2025-08-05\n", run(delivery).out(), "one line as before");
    }

    @Test
    void dueByADraft_saysThatItRulesNothingUntilSwitchedOn() {
        String[] draft = ("due --pack neijiang-2020-draft --procedure share-request-conditional --clock reply"
                        + " --from 2025-03-03")
                .split(" ");
        Ended off = run(draft);
        Ended on = run(and(draft, "--switch-on", "neijiang-2020-draft"));

        assertTrue(off.out().endsWith("\tnot-in-force\n"), off.out());
        assertEquals("govshare: 《内江市政务数据资源管理暂行办法（征求意见稿）》未启用，不具效力\n", off.err());
        assertEquals(off.out().replace("\tnot-in-force", ""), on.out());
        assertEquals("", on.err());
    }

    @Test
    void packInAnotherEncoding_isToldWithOffsetAndLine() throws Exception {
        write("mine-2026");
        Path header = folder.resolve("mine-2026/pack.yaml");
        Files.writeString(header, Files.readString(header), Charset.forName("GBK"));

        Ended check = run("packs", "check", folder.resolve("mine-2026").toString());

        assertEquals(1, check.status());
        assertTrue(check.out().startsWith("mine-2026/pack.yaml:2: it is not UTF-8: octet "), check.out());
        assertTrue(check.out().contains(". It looks like GBK, in which Excel saves Chinese;"), check.out());
    }

    @Test
    void loadOfRecords_saysWhatItRefusesAndRejects() {
        String help = run("load", "records", "--help").out().replaceAll("\\s+", " ");
        assertTrue(help.contains("a key that more than one row bears rejects all of these rows"), help);
        assertTrue(help.contains("The exit status is 1 when a row was rejected."), help);
    }

    @Test
    void builtInPacks_areSoundAndShown() {
        Ended check = run("packs", "check");
        Ended list = run("packs", "list", "--lang", "en");
        Ended show = run("packs", "show", "hunan-2021", "--lang", "en");

        assertEquals(0, check.status(), check.out());
        assertEquals(
                7,
                check.out().lines().filter(line -> line.contains(": sound, ")).count(),
                check.out());
        assertEquals(7, list.out().lines().count(), list.out());
        assertTrue(list.out().contains("(switched off)"), list.out());
        assertTrue(show.out().contains("[ch. 3 para. 11 (2)"), show.out());
    }

    @Test
    void packThatIsBroken_isToldWithFileAndMend() throws Exception {
        write("mine-2026");
        Path header = folder.resolve("mine-2026/pack.yaml");
        Files.writeString(header, Files.readString(header).replace("rank: city-measures", "rank: village"));

        Ended one = run("packs", "check", folder.resolve("mine-2026").toString());
        Ended all = run("packs", "check", folder.toString());
        Ended none =
                run("packs", "check", folder.resolve("mine-2026/procedures").toString());

        assertEquals(1, one.status());
        assertTrue(one.out().contains("pack.yaml:"), one.out());
        assertTrue(one.out().contains("rank"), one.out());
        assertEquals(one, all);
        assertTrue(none.err().contains("a pack is a folder with a pack.yaml"), none.err());
    }

    @Test
    void packsOfAFolder_ruleBesideTheBuiltInOnes() throws Exception {
        write("mine-2026");
        List<String> before = ruling().lines().toList();
        String after = ruling("--packs", folder.toString());

        assertEquals(2, before.size());
        assertTrue(before.get(0).startsWith("hebei-2022 "), before.get(0));
        assertTrue(before.get(1).startsWith("decree-809-2025 "), before.get(1));
        assertTrue(after.contains("mine-2026"), after);
    }

    @Test
    void rulingOfAProcedure_namesWhoSetsEachClock() {
        Ended changsha =
                run("packs ruling --region 430100 --on 2026-01-05 --kind share-request --class CONDITIONAL --lang en"
                        .split(" "));

        assertTrue(changsha.out().startsWith("hunan-2021 "), changsha.out());
        assertTrue(
                changsha.out().contains("10 working-days  [decree-809-2025 art. 21 para. 1; chosen: "), changsha.out());
        assertEquals(
                "No pack rules there.\n",
                run("packs", "ruling", "--region", "110000", "--on", "2025-07-31", "--lang", "en")
                        .out());
    }

    @Test
    void draft_rulesOnlyWhereSwitchedOn() {
        String[] neijiang = {"packs", "ruling", "--region", "511000", "--on", "2026-01-05", "--lang", "en"};

        assertFalse(run(neijiang).out().contains("neijiang"));
        assertTrue(
                run(and(neijiang, "--switch-on", "neijiang-2020-draft")).out().contains("neijiang-2020-draft"));
    }

    private static String ruling(String... more) {
        String[] question = {"packs", "ruling", "--region", "130100", "--on", "2026-01-05"};
        return run(and(question, more)).out();
    }

    /** Hebei's text as if its capital had made it. */
    @Test
    void unknownCommand_isNotUnderstood() {
        Ended ended = run("upp");
        assertEquals(2, ended.status());
        assertTrue(ended.err().contains("Did you mean"), ended.err());
    }

    @Test
    void packShownInChinese_hasChineseLabels() {
        String chinese = run("packs", "show", "hebei-2022", "--lang", "zh").out();
        String english = run("packs", "show", "hebei-2022", "--lang", "en").out();

        assertTrue(chinese.contains("  期限    reply"), chinese);
        assertFalse(chinese.contains("  clock"), chinese);
        assertTrue(english.contains("  clock   reply"), english);
    }

    @Test
    void batch_saysWhatItTakes() {
        String help = run("due", "--help").out().replaceAll("\\s+", " ");
        assertTrue(help.contains("a received day such as 2026-12-28, a tab, and a number of working days"), help);
    }

    @Test
    void everyCommand_explainsItself() {
        for (String command : GovshareMain.commandLine().getSubcommands().keySet()) {
            assertEquals(0, run(command, "--help").status(), command);
        }
    }

    private void write(String id) throws Exception {
        PackSource hebei = Law.builtInSources().stream()
                .filter(source -> source.id().equals("hebei-2022"))
                .findFirst()
                .orElseThrow();
        for (var file : hebei.law().entrySet()) {
            Path path = folder.resolve(id).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(
                    path,
                    file.getValue()
                            .replace("pack: hebei-2022", "pack: " + id)
                            .replace("provincial-measures", "city-measures")
                            .replace("130000", "130100"));
        }
    }
}
