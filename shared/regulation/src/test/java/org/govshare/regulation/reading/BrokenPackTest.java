package org.govshare.regulation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.PackSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One broken pack for each kind of mistake: the message names file, path and mend. */
class BrokenPackTest {

    @Test
    void theSoundOne_loads() {
        assertEquals(
                "city-law", PackReader.read(SmallPack.sound(), Runners.PRODUCT).id());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rank: city-measures | rank: village-custom | rank: unknown rank \"village-custom\"",
                "organ: 某市人民政府 | colour: red | colour: unknown key \"colour\"",
                "region: \"130100\" | region: \"1301\" | region: \"1301\" is not a region code",
                "organ: 某市人民政府 | organ: \"\\u200B\" | organ: a text belongs here",
                "pack: city-law | pack: other-law | pack: \"other-law\" is not the folder's name",
                "from: 2020-01-01 | from: 2020-13-01 | in-force.from: \"2020-13-01\" is not a date",
                "from: 2020-01-01 | from: 2020-01-01, until: 2019-12-31 | in-force: it ends before it begins",
                "is: data-holder | is: neighbour | parties.provider.is: unknown strategy \"neighbour\"",
                "is: opener, article: \"1\" | is: opener, of: provider, article: \"1\" | parties.requester.of: only government-of names another party",
                "is: authority-of-pack, article | is: government-of, article | parties.authority: \"of\" is missing",
                "organ: 某市人民政府 | organ: 甲\\nsource: { address: unknown, number: unknown, published: unknown } | source: \"checked\" is missing",
                "organ: 某市人民政府 | organ: 甲\\nsource: { address: the gazette, number: unknown, published: unknown, checked: unknown } | source.address: \"the gazette\" is no address",
                "organ: 某市人民政府 | organ: 甲\\nsource: { address: unknown, number: unknown, published: in spring, checked: unknown } | source.published: \"in spring\" is not a date",
                "is: opener, article: \"1\" | is: opener | parties.requester: \"article\" is missing",
                "to: [obligor] | to: [] | ladders.provider[0].to: it is addressed to nobody",
                "before: 2 | before: 2, after: 1 | ladders.provider[0]: a rung comes before or after the due moment",
                "proposes: order-correction-by-date | proposes: dismissal | ladders.provider[2].proposes: unknown act",
                "to: [authority], article: \"8 (1)\" | to: [authority] | ladders.provider[2]: \"article\" is missing",
                "after: 5, proposes | before: 5, proposes | ladders.provider[2]: nothing can be proposed before",
                "article: \"9\" | article: ninth | in-force.article: \"ninth\" cites no article",
                "acts: | acts:\\n  dismissal: { title: { zh: 处分, en: dismissal }, article: \"9\" } | acts.dismissal: no rung proposes it and no organ gives it",
                "acts: | acts:\\n  dismissal: { title: { zh: 处分, en: dismissal } } | acts.dismissal: \"article\" is missing",
                "acts: | contractors: { not-in: [], article: \"9\" }\\nacts: | contractors.not-in: it keeps contractors out of nothing",
                "acts: | contractors: { not-in: [bar], article: \"9\" }\\nacts: | contractors.not-in[0]: the pack has no procedure \"bar\"",
                "acts: | binds: { kinds: [], article: \"2\" }\\nacts: | binds.kinds: it binds nobody",
                "acts: | binds: { kinds: [guild], article: \"2\" }\\nacts: | binds.kinds[0]: unknown kind of body \"guild\"",
                "acts: | binds: { kinds: [authorised-body] }\\nacts: | binds: \"article\" is missing",
                "acts: | keep: { use-records: { at-least: 3 years } }\\nacts: | keep.use-records: \"article\" is missing",
                "acts: | keep: { use-records: { at-least: 36 months, article: \"9\" } }\\nacts: | keep.use-records.at-least: \"36 months\" is no number of years",
                "acts: | keep: { letters: { at-least: 3 years, article: \"9\" } }\\nacts: | keep.letters: unknown key \"letters\"",
                "acts: | contractors: { not-in: [organ-act] }\\nacts: | contractors: \"article\" is missing",
            })
    void headerMistakes_areReportedWithFilePathAndCorrection(String find, String replace, String message) {
        assertTold("city-law/pack.yaml", find, replace, message);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "10 working-days | 10 fortnights | clocks.reply.period: unknown unit \"fortnights\"",
                "10 working-days | ten | clocks.reply.period: \"ten\" is no period",
                "effects: [open-grant] | effects: [open-door] | effects[0]: unknown effect \"open-door\"",
                "effects: [open-grant] | effects: [mark-objection] | effects[0]: unknown effect \"mark-objection\"",
                "effects: [open-grant] | effects: [push-correction] | consent: a share-request cannot push-correction",
                "obligor: provider | obligor: neighbour | clocks.reply.obligor: unknown party \"neighbour\"",
                "consented-by: authority | consented-by: nobody | extension.consented-by: unknown party \"nobody\"",
                "consented-by: authority | consented-by: authority, tells: [nobody] | extension.tells: unknown party \"nobody\"",
                "party: provider | party: neighbour | steps.reply.party: unknown party \"neighbour\"",
                "by: requester, to: given-up | by: ghost, to: given-up | everywhere.withdraw: unknown party \"ghost\"",
                "to: done, effects | to: gone, effects | steps.reply.actions.consent.to: there is no step \"gone\"",
                "to: done, effects | to: given-up, effects | steps.done: no action leads to this step",
                "fulfilled-by: [consent] | fulfilled-by: [bow] | clocks.reply.fulfilled-by: there is no action \"bow\"",
                "fulfilled-by: [consent] | fulfilled-by: [] | clocks.reply.fulfilled-by: nothing fulfils it",
                "starts: { step: reply } | starts: { step: nap } | clocks.reply.starts.step: there is no step \"nap\"",
                "starts: { step: reply } | starts: { action: nap } | clocks.reply.starts.action: there is no action",
                "starts: { step: reply } | starts: {} | clocks.reply.starts: a clock starts at a step or on an action",
                "ladder: provider | ladder: provider\\n    covers: everybody | clocks.reply.covers: unknown cover \"everybody\"",
                "starts: { step: reply } | starts: { received-by: ghost } | clocks.reply.starts.received-by: unknown party \"ghost\"",
                "starts: { step: reply } | starts: { step: reply, received-by: provider } | clocks.reply.starts: a clock starts at a step or on an action",
                "fulfilled-by: [consent] | fulfilled-by: [consent]\\n    fulfilled-by-effect: [end-grant] | clocks.reply.fulfilled-by-effect: no action has the effect \"end-grant\"",
                "by: requester, to: given-up | by: [], to: given-up | everywhere.withdraw.by: it names nobody, or a party twice",
                "by: requester, to: given-up | by: [requester, requester], to: given-up | everywhere.withdraw.by: it names nobody, or a party twice",
                "by: requester, to: given-up | by: [requester, ghost], to: given-up | everywhere.withdraw: unknown party \"ghost\"",
                "everywhere: | parties: { mayor: { is: government-of, of: ghost, article: \"2\" } }\\neverywhere: | parties.mayor: unknown party \"ghost\"",
                "everywhere: | parties: { mayor: { is: government-of, of: mayor, article: \"2\" } }\\neverywhere: | parties.mayor: \"mayor\" is itself a government found so",
                "starts: { step: reply } | starts: { action: consent } | clocks.reply.fulfilled-by: \"consent\" starts it and cannot fulfil it too",
                "fulfilled-by: [consent] | fulfilled-by: [consent, open] | clocks.reply.fulfilled-by: \"open\" starts it and cannot fulfil it too",
                "clocks: | clocks:\\n  tell: { promptly: true, title: { zh: 告知, en: tell }, obligor: provider, starts: { step: reply }, fulfilled-by: [consent], period: 1 months, article: \"4\" } | clocks.tell.period: unknown key \"period\"",
                "clocks: | clocks:\\n  tell: { promptly: false, title: { zh: 告知, en: tell }, obligor: provider, starts: { step: reply }, fulfilled-by: [consent], article: \"4\" } | clocks.tell.promptly: a clock has a day or is promptly: true",
                "clocks: | clocks:\\n  tell: { promptly: true, title: { zh: 告知, en: tell }, obligor: ghost, starts: { step: reply }, fulfilled-by: [consent], article: \"4\" } | clocks.tell.obligor: unknown party \"ghost\"",
                "clocks: | clocks:\\n  tell: { promptly: true, title: { zh: 告知, en: tell }, obligor: provider, starts: { action: consent }, fulfilled-by: [consent], article: \"4\" } | clocks.tell.fulfilled-by: \"consent\" starts it and cannot fulfil it too",
                "up-to: 5, | '' | clocks.reply.extension: an extension says what it adds or what it comes to",
                "up-to: 5, | up-to: 5, total: 15, | clocks.reply.extension: an extension says what it adds or what it comes to",
                "up-to: 5, | total: 10, | clocks.reply.extension.total: \"10\" is not a whole number from 11 on",
                "starts: { step: reply } | starts: { date: received } | clocks.reply.starts.date: no action requires \"received\"",
                "starts: { step: reply } | starts: { date: purpose } | clocks.reply.starts.date: no action requires \"purpose\"",
                "starts: { step: reply } | starts: { step: reply, date: received } | clocks.reply.starts: a clock starts at a step or on an action",
                "ladder: provider | ladder: provider\\n    answers: [{ pack: nation }] | answers[0]: \"duty\" is missing",
                "to: done, effects | to: done, once: true, effects | steps.reply.actions.consent: nothing that it states would tell that it was taken once",
                "party: provider | party: provider\\n    prevails: often | steps.reply.prevails: unknown value \"often\"",
                "open: | reaches-out: { chosen: { zh: 选, en: x } }\\nopen: | reaches-out: \"article\" is missing",
                "ladder: provider | ladder: provider\\n    reason: { role: leader } | clocks.reply.reason: \"article\" is missing",
                "ladder: provider | ladder: provider\\n    reason: { role: king, article: \"9\" } | clocks.reply.reason.role: unknown role \"king\"",
                "ladder: provider | ladder: provider\\n    reason: { field: why, article: \"9\" } | clocks.reply.reason.field: unknown key \"field\"",
                "withdraw: { | state-reason: { | everywhere.state-reason: the engine has this action already",
                "ladder: provider | ladder: rope | clocks.reply.ladder: unknown ladder \"rope\"",
                "kind: opening-field | kind: guess | requires[0].kind: unknown kind of field \"guess\"",
                "kind: opening-field | kind: one-of | requires[0]: it has no options",
                "kind: opening-field, | '' | steps.answer.actions.complete: nothing names the missing item",
                "variant: conditional | variant: secret | variant: unknown share class \"secret\"",
                "to: reply, completes | to: answer, completes | steps.answer: no way leads from this step to an end",
                "closed: true } | closed: perhaps } | steps.done.closed: unknown value \"perhaps\"",
                "withdraw: { | consent-extension: { | everywhere.consent-extension: the engine has this action already",
                "completes: true | climbs: true | steps.answer.actions.complete.by: \"requester\" is not a row",
                "zh: 同意, en | en | steps.reply.actions.consent.title: \"zh\" is missing",
                "title: { zh: 同意, en: consent } | title: consent | consent.title: a mapping belongs here",
                "effects: [open-grant] | effects: open-grant | consent.effects: a list belongs here",
                "effects: [open-grant] | tells: { order: [neighbour] } | consent.tells: unknown party \"neighbour\"",
                "effects: [open-grant] | tells: { order: [] } | consent.tells.order: it is addressed to nobody",
                "effects: [open-grant] | tells: { proposal: [requester] } | consent.tells.proposal: unknown key \"proposal\"",
                "effects: [open-grant] | effects: [notify] | procedure: a share-request by which nothing can ever open-grant",
                "procedure: share-request | procedure: catalogue | procedure: no function runs a catalogue",
                "procedure: share-request | procedure: release\\nruns-as: give-away | runs-as: no function runs a give-away",
                "procedure: share-request | procedure: release\\nruns-as: verification | consent: a release cannot open-grant",
                "procedure: share-request | procedure: release\\nruns-as: organ-act | runs-as: only a procedure with organ-act",
                "procedure: share-request | procedure: pause\\nruns-as: grant-act | consent: a pause cannot open-grant",
                "effects: [open-grant] | effects: [open-grant, widen-grant] | consent: a share-request cannot widen-grant",
                "everywhere: | parties: { holder: { is: grantee, article: \"2\" } }\\neverywhere: | parties.holder: the procedure is about no grant",
                "open: | ended-grant: { article: \"3\" }\\nopen: | ended-grant: the procedure is about no grant",
                "open: | ended-grant: { chosen: { zh: 选, en: x } }\\nopen: | ended-grant: \"article\" is missing",
            })
    void procedureMistakes_areReportedWithFilePathAndCorrection(String find, String replace, String message) {
        assertTold("city-law/" + SmallPack.PROCEDURE, find, replace, message);
    }

    @Test
    void aProcedureAboutAGrant_hasTheTwoThatTheGrantIsBetweenAndNoClass() {
        var source = SmallPack.changed(
                "city-law",
                Map.of(
                        "procedure: share-request", "procedure: pause\nruns-as: grant-act",
                        "is: data-holder", "is: authority-of-opener",
                        "effects: [open-grant]", "effects: [end-grant]"));
        var broken = assertThrows(BrokenDocument.class, () -> PackReader.read(source, Runners.PRODUCT));
        var told = broken.getMessage();
        assertTrue(
                told.contains("parties: it is about a grant and has no party that holds the grant."
                        + " Add one that is: grantee"),
                told);
        assertTrue(told.contains("no party whose data the grant is of. Add one that is: data-holder"), told);
        assertTrue(told.contains("share-class: a procedure about a grant has no share class. Remove it"), told);
        assertEquals(3, broken.flaws().size(), told);
    }

    @Test
    void aReasonThatNoOrganReads_isTold() {
        var source = SmallPack.changed(
                "city-law",
                Map.of(
                        ", proposes: order-correction-by-date", "",
                        "ladder: provider", "ladder: provider\n    reason: { article: \"9\" }"));
        var broken = assertThrows(BrokenDocument.class, () -> PackReader.read(source, Runners.PRODUCT));
        assertTrue(
                broken.getMessage()
                        .contains("clocks.reply.reason: its ladder proposes no act, so that no organ reads it."
                                + " Remove it, or add a rung"),
                broken::getMessage);
    }

    @Test
    void aProcessThatDoesNotRunAProcedure_leavesItsEffectsToTheOneThatDoes() {
        var source = SmallPack.changed("city-law", Map.of("[open-grant]", "[open-door]"));
        assertEquals(
                "city-law",
                PackReader.read(source, Runners.only("verification")).id());
        assertThrows(BrokenDocument.class, () -> PackReader.read(source, Runners.only("share-request")));
    }

    @Test
    void aKindThatRunsAsAnother_hasItsEffects() {
        var source = SmallPack.changed(
                "city-law", Map.of("procedure: share-request", "procedure: release\nruns-as: share-request"));
        var release = PackReader.read(source, Runners.PRODUCT).procedures().get("release-conditional");
        assertEquals("share-request", release.runsAs());
    }

    @Test
    void anotherKindThatRunsAsAShareRequest_needsNoGrant() {
        var source = SmallPack.changed(
                "city-law",
                Map.of(
                        "procedure: share-request", "procedure: release\nruns-as: share-request",
                        "effects: [open-grant]", "effects: [notify]"));
        assertEquals("city-law", PackReader.read(source, Runners.PRODUCT).id());
    }

    @Test
    void aGrantThatAnOptionOpens_isOne() {
        var field =
                "requires: [{ field: verdict, title: { zh: 结果, en: verdict }, options: { yes: { effects: [open-grant] }, no: {} }, article: \"4\" }]";
        var source = SmallPack.changed("city-law", Map.of("effects: [open-grant]", field));
        assertEquals("city-law", PackReader.read(source, Runners.PRODUCT).id());
    }

    @Test
    void variantsOfAKindThatRunAsDifferentKinds_areReported() {
        var files = new HashMap<>(SmallPack.sound().files());
        files.put(
                "procedures/zweite.yaml",
                files.get(SmallPack.PROCEDURE)
                        .replace("variant: conditional", "variant: withheld\nruns-as: verification")
                        .replace("effects: [open-grant]", "effects: [push-correction]"));
        var broken = assertThrows(
                BrokenDocument.class, () -> PackReader.read(new PackSource("city-law", files), Runners.PRODUCT));
        assertTrue(
                broken.getMessage().contains("share-request runs as share-request and as verification"),
                broken::getMessage);
    }

    @Test
    void aStepNobodyCanLeave_isReported() {
        var find = "party: requester\n"
                + "    actions:\n"
                + "      complete: { title: { zh: 补充, en: complete }, to: reply, completes: true, article: \"4\""
                + " }";
        assertTold(
                "city-law/" + SmallPack.PROCEDURE,
                find,
                "party: requester",
                "steps.answer: nobody can leave this step");
    }

    @Test
    void anOptionsEffectThatTheKindCannotHave_isReported() {
        assertTold(
                "city-law/" + SmallPack.PROCEDURE,
                "  requires:\n    - { field: purpose,",
                "  may-state:\n    - { field: purpose, options: { gift: { effects: [push-correction] } },",
                "open: a share-request cannot push-correction");
    }

    @Test
    void aMistakeInWhatMayBeStated_isReported() {
        var find = "  requires:\n    - { field: purpose,";
        assertTold(
                "city-law/" + SmallPack.PROCEDURE,
                find,
                "  may-state:\n    - { field: purpose, is: text,",
                "open.may-state[0].is: unknown key \"is\"");
    }

    @Test
    void aKeyTwice_isReported() {
        assertTold(
                "city-law/pack.yaml", "organ: 某市人民政府", "organ: 甲\norgan: 乙", "organ: the key \"organ\" is here twice");
    }

    @Test
    void aBackFlowWithoutItsArticles_isReported() {
        var find = "organ: 某市人民政府";
        assertTold(
                "city-law/pack.yaml",
                find,
                find + "\nback-flow: { approval: { article: \"1\" } }",
                "back-flow: \"need\" is missing");
    }

    @Test
    void noYaml_isReportedWithItsLine() {
        assertTold("city-law/pack.yaml", "organ: 某市人民政府", "organ: [", "this is not YAML");
    }

    @Test
    void aRoleThatNoTokenHas_isReported() {
        assertTold(
                "city-law/" + SmallPack.PROCEDURE,
                "to: done,",
                "to: done, role: king,",
                "consent.role: unknown role \"king\"");
    }

    @Test
    void aMissingHeader_isReported() {
        var broken = assertThrows(
                BrokenDocument.class, () -> PackReader.read(new PackSource("empty", Map.of()), Runners.PRODUCT));
        assertTrue(broken.getMessage().startsWith("empty/pack.yaml: the file is missing"), broken::getMessage);
    }

    @Test
    void twoFilesForOneProcedure_areReported() {
        var files = new HashMap<>(SmallPack.sound().files());
        files.put("procedures/zweite.yaml", files.get(SmallPack.PROCEDURE));
        var broken = assertThrows(
                BrokenDocument.class, () -> PackReader.read(new PackSource("city-law", files), Runners.PRODUCT));
        assertTrue(
                broken.getMessage().contains("zweite.yaml:1: a second file for share-request-conditional"),
                broken::getMessage);
    }

    @Test
    void aFileThatIsNoProcedure_isReported() {
        var files = new HashMap<>(SmallPack.sound().files());
        files.put("notes.yaml", "a: b");
        var broken = assertThrows(
                BrokenDocument.class, () -> PackReader.read(new PackSource("city-law", files), Runners.PRODUCT));
        assertTrue(broken.getMessage().contains("notes.yaml:1: no file belongs here"), broken::getMessage);
    }

    private static void assertTold(String file, String find, String replace, String message) {
        var sound = SmallPack.sound().files().get(file.substring("city-law/".length()));
        assertTrue(sound.contains(find), () -> "not in the sound pack: " + find);
        var changed = replace == null ? "" : replace.replace("\\n", "\n");
        var source = SmallPack.changed("city-law", Map.of(find, changed));
        var broken = assertThrows(BrokenDocument.class, () -> PackReader.read(source, Runners.PRODUCT));
        assertTrue(
                broken.flaws().stream()
                        .anyMatch(f -> f.file().equals(file) && f.toString().contains(message)),
                broken::getMessage);
        assertTrue(broken.flaws().stream().allMatch(f -> f.mend().length() > 3));
    }
}
