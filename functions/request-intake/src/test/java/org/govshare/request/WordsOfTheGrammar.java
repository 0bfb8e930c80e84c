package org.govshare.request;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Starts the application with a made-up city's law whose period counts from a stated day and can be lengthened to a total,
 * whose dispute either side may raise and the authority's government decides, and whose authority tells promptly.
 */
public class WordsOfTheGrammar implements QuarkusTestProfile {
    private static final String PACK = """
            pack: made-up-words-2025
            title: { zh: 虚构市用语办法, en: Made-up Words }
            organ: 虚构市人民政府
            rank: city-measures
            region: "511000"
            replaces: neijiang-2020-draft
            in-force: { from: 2025-01-01, article: "12" }
            source: { address: unknown, number: unknown, published: 2024-12-01, checked: unknown }
            parties:
              requester: { is: opener, article: "3" }
              provider: { is: data-holder, article: "3" }
              authority: { is: authority-of-pack, article: "2" }
              mayor: { is: government-of, of: authority, article: "2" }
            ladders:
              provider:
                - { rung: late, after: 0, to: [obligor, authority], article: "8" }
            """;
    private static final String PROCEDURE = """
            procedure: share-request
            variant: conditional
            title: { zh: 申请, en: request }
            open:
              title: { zh: 申请, en: apply }
              by: requester
              to: form
              article: "3"
              requires:
                - { field: need, title: { zh: 需要, en: need }, article: "3" }
            steps:
              form:
                title: { zh: 收表, en: form }
                party: provider
                actions:
                  receive:
                    title: { zh: 收到, en: receive }
                    to: reply
                    requires:
                      - { field: received-on, kind: past-date, title: { zh: 收到日, en: day received }, article: "4" }
                    effects: [notify]
                    article: "4"
              reply:
                title: { zh: 答复, en: reply }
                party: provider
                actions:
                  consent: { title: { zh: 同意, en: consent }, to: shared, effects: [open-grant, notify], article: "5" }
                  refuse: { title: { zh: 不同意, en: refuse }, to: refusal, effects: [notify], article: "5" }
              refusal:
                title: { zh: 告知, en: telling }
                party: authority
                actions:
                  tell: { title: { zh: 告知, en: tell }, to: refused, effects: [notify], article: "6" }
              refused:
                title: { zh: 未共享, en: not shared }
                party: requester
                closed: true
                actions:
                  dispute: { title: { zh: 争议, en: dispute }, by: [requester, provider], to: decision, effects: [notify], article: "7" }
              decision:
                title: { zh: 决定, en: decision }
                party: mayor
                actions:
                  decide: { title: { zh: 决定共享, en: decide }, to: shared, effects: [open-grant, notify], article: "7" }
              shared: { title: { zh: 已共享, en: shared }, closed: true }
            clocks:
              reply:
                title: { zh: 答复, en: reply }
                obligor: provider
                period: 3 working-days
                extension: { total: 5, consented-by: authority, article: "6" }
                starts: { date: received-on }
                fulfilled-by: [consent, refuse]
                ladder: provider
                article: "6"
              tell:
                promptly: true
                title: { zh: 及时告知, en: tell promptly }
                obligor: authority
                starts: { action: refuse }
                fulfilled-by: [tell]
                article: "6"
            """;

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path folder = Files.createTempDirectory("packs");
            Path pack = folder.resolve("made-up-words-2025");
            write(pack.resolve("pack.yaml"), PACK);
            write(pack.resolve("procedures/share-request-conditional.yaml"), PROCEDURE);
            return Map.of(
                    "govshare.movable-clock", "true",
                    "govshare.sink", "http://127.0.0.1:1/",
                    "govshare.packs", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        file.toFile().deleteOnExit();
    }
}
