package org.govshare.request;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a made-up city's law into a temporary folder, beside a pack that is broken and switched on, and starts the application with it. */
public class MadeUpCity implements QuarkusTestProfile {
    private static final String PACK = """
            pack: made-up-2026
            title: { zh: 虚构市数据共享办法, en: Made-up Measures }
            organ: 虚构市人民政府
            rank: city-measures
            region: "511000"
            replaces: neijiang-2020-draft
            in-force: { from: 2026-01-01, article: "12" }
            parties:
              requester: { is: opener, article: "3" }
              provider: { is: data-holder, article: "3" }
              authority: { is: authority-of-pack, article: "2" }
            acts:
              criticise-by-circular: { title: { zh: 通报批评, en: criticise by circular }, article: "10 (2)" }
            ladders:
              provider:
                - { rung: early-word, before: 2, to: [obligor], article: "8" }
                - { rung: late, after: 0, to: [obligor, authority], article: "8" }
                - { rung: circular, after: 5, proposes: criticise-by-circular, to: [government-of-pack], article: "10 (2)" }
            """;
    private static final String PROCEDURE = """
            procedure: share-request
            variant: conditional
            title: { zh: 申请, en: request }
            open:
              title: { zh: 申请, en: apply }
              by: requester
              to: endorsement
              article: "3"
              requires:
                - { field: need, title: { zh: 需要, en: need }, article: "3" }
            steps:
              endorsement:
                title: { zh: 主管部门核准, en: endorsement }
                party: authority
                actions:
                  endorse:
                    title: { zh: 核准, en: endorse }
                    role: leader
                    to: reply
                    effects: [notify]
                    article: "4"
              reply:
                title: { zh: 答复, en: reply }
                party: provider
                actions:
                  consent:
                    title: { zh: 同意, en: consent }
                    to: shared
                    requires:
                      - { field: scope, title: { zh: 范围, en: scope }, article: "5" }
                    effects: [open-grant, notify]
                    article: "5"
                  refuse:
                    title: { zh: 不同意, en: refuse }
                    to: refused
                    requires:
                      - { field: reason, title: { zh: 理由, en: reason }, article: "5" }
                    effects: [notify]
                    article: "5"
              shared: { title: { zh: 已共享, en: shared }, closed: true }
              refused: { title: { zh: 未共享, en: not shared }, closed: true }
            clocks:
              reply:
                title: { zh: 答复, en: reply }
                obligor: provider
                period: 6 working-days
                extension: { up-to: 4, consented-by: authority, article: "6" }
                starts: { action: endorse }
                fulfilled-by: [consent, refuse]
                ladder: provider
                article: "6"
            """;

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path folder = Files.createTempDirectory("packs");
            write(folder.resolve("made-up-2026/pack.yaml"), PACK);
            write(folder.resolve("made-up-2026/procedures/share-request-conditional.yaml"), PROCEDURE);
            write(
                    folder.resolve("broken-2026/pack.yaml"),
                    PACK.replace("made-up-2026", "broken-2026")
                            .replace("511000", "130200")
                            .replace("replaces: neijiang-2020-draft\n", ""));
            write(
                    folder.resolve("broken-2026/procedures/share-request-conditional.yaml"),
                    PROCEDURE.replace("to: reply", "to: nowhere"));
            return Map.of(
                    "govshare.movable-clock",
                    "true",
                    "govshare.sink",
                    "http://127.0.0.1:1/",
                    "govshare.packs",
                    folder.toString(),
                    "govshare.packs-switched-on",
                    "broken-2026");
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
