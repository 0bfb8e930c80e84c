package org.govshare.regulation.reading;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.govshare.regulation.document.PackSource;

/** A made-up city's law, small and sound, from which tests make broken and stacked ones. */
public final class SmallPack {
    static final String PROCEDURE = "procedures/share-request-conditional.yaml";

    private static final String HEADER = """
            pack: city-law
            title: { zh: 某市办法, en: A city's measures }
            organ: 某市人民政府
            rank: city-measures
            region: "130100"
            in-force: { from: 2020-01-01, article: "9" }
            parties:
              requester: { is: opener, article: "1" }
              provider: { is: data-holder, article: "1" }
              authority: { is: authority-of-pack, article: "2" }
            acts:
              order-correction-by-date: { title: { zh: 责令限期改正, en: order correction }, article: "8" }
            ladders:
              provider:
                - { rung: reminder, before: 2, to: [obligor] }
                - { rung: overdue, after: 0, to: [obligor, authority], article: "7" }
                - { rung: proposal, after: 5, proposes: order-correction-by-date, to: [authority], article: "8 (1)" }
            """;

    private static final String STEPS = """
            procedure: share-request
            variant: conditional
            title: { zh: 申请, en: request }
            open:
              title: { zh: 申请, en: apply }
              by: requester
              to: reply
              article: "3"
              requires:
                - { field: purpose, title: { zh: 用途, en: purpose }, article: "3" }
            steps:
              reply:
                title: { zh: 答复, en: reply }
                party: provider
                actions:
                  consent: { title: { zh: 同意, en: consent }, to: done, effects: [open-grant], article: "4" }
                  ask-back:
                    title: { zh: 询问, en: ask back }
                    to: answer
                    article: "4"
                    requires:
                      - { field: item, kind: opening-field, title: { zh: 事项, en: item }, article: "4" }
              answer:
                title: { zh: 回答, en: answer }
                party: requester
                actions:
                  complete: { title: { zh: 补充, en: complete }, to: reply, completes: true, article: "4" }
              done: { title: { zh: 办结, en: done }, closed: true }
              given-up: { title: { zh: 撤回, en: given up }, closed: true }
            everywhere:
              withdraw: { title: { zh: 撤回, en: withdraw }, by: requester, to: given-up, article: "3" }
            clocks:
              reply:
                title: { zh: 答复, en: reply }
                obligor: provider
                period: 10 working-days
                extension: { up-to: 5, consented-by: authority, article: "5" }
                starts: { step: reply }
                fulfilled-by: [consent]
                ladder: provider
                article: "5"
            """;

    private SmallPack() {}

    public static PackSource sound() {
        return new PackSource("city-law", files());
    }

    /** The sound pack under another id, with texts replaced in its header and its procedure. */
    public static PackSource changed(String id, Map<String, String> replacements) {
        var files = new HashMap<String, String>();
        files().forEach((name, text) -> {
            var changed = text.replace("pack: city-law", "pack: " + id);
            for (var change : replacements.entrySet()) {
                changed = changed.replace(change.getKey(), change.getValue());
            }
            files.put(name, changed);
        });
        return new PackSource(id, files);
    }

    private static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put("pack.yaml", HEADER);
        files.put(PROCEDURE, STEPS);
        return files;
    }
}
