package org.govshare.verification.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govshare.demo.Agency;
import org.govshare.demo.Chapter;
import org.govshare.demo.CityPlatform;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Receiver.Held;
import org.govshare.demo.Rows;
import org.govshare.demo.Stage;
import org.govshare.demo.Unmet;

/** A city doubts a record; its provider repairs it, and the repair follows to the city by itself. */
public final class Repair implements Chapter {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NAME = "name";

    private Stage stage;
    private CityPlatform city;
    private Agency provider;

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<String> title() {
        return Optional.of("A doubt is verified 校核 and the repair follows");
    }

    @Override
    public void play(Stage on) {
        stage = on;
        city = stage.platforms().get(0);
        provider = stage.books().agency("河北省民政厅");
        Held doubted = city.receiver().first();
        ObjectNode repaired = payload(doubted);
        String name = repaired.path(NAME).asText();
        repaired.put(NAME, name + "（演示更正）");
        Agency authority = city.city().operator();
        Proceeding verification = Proceeding.open(
                stage,
                "2025-11-10T09:00",
                "/verifications",
                authority,
                Map.of("dataset", Rows.COMMUNITIES, "records", List.of(doubted.key()), "doubt", "名称疑已变更"),
                "doubts record " + doubted.key() + " " + name + ": 名称疑已变更, the name seems to have changed.");
        verification.act(
                "2025-11-11T10:00",
                authority,
                "forward",
                Map.of(),
                "forwards it, as its own authority, to the provider 转至提供部门.");
        long start = System.nanoTime();
        verification.act(
                "2025-11-12T15:00",
                provider,
                "report-result",
                Map.of("outcome", "repaired", "result", "名称已变更，予以修复"),
                "reports the result 反馈校核结果: repaired 修复, and hands in the repaired record.",
                Map.of(
                        "changes",
                        List.of(Map.of("key", doubted.key(), "region", doubted.region(), "payload", repaired))));
        Held held = stage.expect()
                .present(
                        "the repair at " + city.city().name(),
                        PATIENCE,
                        () -> city.receiver().find(doubted.key()).filter(now -> now.version() > doubted.version()),
                        () -> city.receiver().find(doubted.key()));
        stage.page()
                .text(String.format(
                        Locale.ROOT,
                        "%s holds version %d of the record %.1f s after the provider's report: %s.",
                        city.city().name(),
                        held.version(),
                        Rows.seconds(start),
                        payload(held).path(NAME).asText()));
        stage.expect().equal("the repaired record", repaired, payload(held));
    }

    private static ObjectNode payload(Held record) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(record.data());
        } catch (JsonProcessingException e) {
            throw new Unmet("a JSON object was expected, came " + record.data());
        }
    }
}
