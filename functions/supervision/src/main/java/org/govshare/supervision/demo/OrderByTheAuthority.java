package org.govshare.supervision.demo;

import java.util.Map;
import java.util.Optional;
import org.govshare.demo.Agency;
import org.govshare.demo.Chapter;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Stage;

/** The authority of the late provider's level orders correction under Decree 809 art. 39 (4), and the data are shared. */
public final class OrderByTheAuthority implements Chapter {

    @Override
    public int order() {
        return 21;
    }

    @Override
    public Optional<String> title() {
        return Optional.empty();
    }

    @Override
    public void play(Stage stage) {
        Agency organ = stage.books().agency("湖南省人民政府办公厅");
        Agency late = stage.books().agency("湖南省人力资源和社会保障厅");
        Proceeding request = stage.kept("late-between-provinces");
        ShownOrder order = ShownOrder.give(stage, "2025-08-25T09:00", organ, late, request, "late", "2025-08-29");
        Map<String, String> limits = Map.of("scope", "申请转入河北的参保人员", "purpose", "养老保险关系转移接续核验");
        LateConsent.give(stage, "2025-08-25T10:00", late, request, limits);
        order.heeded("2025-08-25T11:00", "2025-08-25T15:00");
        request.act("2025-08-26T09:00", late, "deliver", Map.of(), "shares the data 共享数据: a grant 授权 opens.");
        stage.expect()
                .equal(
                        "the sharing in time",
                        false,
                        request.clock(late, "deliver").path("breached").asBoolean());
    }
}
