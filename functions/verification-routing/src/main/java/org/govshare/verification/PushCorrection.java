package org.govshare.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.govshare.casework.EffectHandler;
import org.govshare.platform.problem.Problem;
import org.govshare.records.RecordChange;
import org.govshare.records.RecordStore;

/** The provider repairs records (Hebei art. 16 para. 2): they change with the case, and the change flows to those who hold them. */
@ApplicationScoped
public class PushCorrection implements EffectHandler {
    static final String CHANGES = "changes";

    private final RecordStore records;

    PushCorrection(RecordStore records) {
        this.records = records;
    }

    @Override
    public String effect() {
        return Verifications.PUSH_CORRECTION;
    }

    @Override
    public Optional<String> member() {
        return Optional.of(CHANGES);
    }

    @Override
    public Optional<Problem> check(Occasion occasion) {
        RecordChange.readAll(occasion.data().path(CHANGES));
        return Optional.empty();
    }

    @Override
    public Map<String, String> apply(Occasion occasion) {
        records.apply(occasion.datasetId(), RecordChange.readAll(occasion.data().path(CHANGES)));
        return Map.of();
    }
}
