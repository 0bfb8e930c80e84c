package org.govshare.supervision.demo;

import java.util.Map;
import java.util.Optional;
import org.govshare.demo.Agency;
import org.govshare.demo.Chapter;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Stage;

/** The province's government orders correction under Hebei art. 30; the late agency polls its notices and complies. */
public final class OrderedCorrection implements Chapter {

    @Override
    public int order() {
        return 31;
    }

    @Override
    public Optional<String> title() {
        return Optional.empty();
    }

    @Override
    public void play(Stage stage) {
        Agency organ = stage.books().agency("河北省人民政府");
        Agency late = stage.books().agency("河北省公安厅");
        Proceeding request = stage.kept("late-reply");
        ShownOrder order = ShownOrder.give(stage, "2025-10-15T09:00", organ, late, request, "other", "2025-10-17");
        Map<String, String> limits = Map.of("scope", "流行病学调查涉及的地址", "purpose", "流行病学调查核验地址");
        LateConsent.give(stage, "2025-10-15T09:30", late, request, limits);
        order.heeded("2025-10-15T09:45", "2025-10-15T11:00");
    }
}
