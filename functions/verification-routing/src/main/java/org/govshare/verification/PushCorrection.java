package org.govshare.verification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govshare.casework.EffectHandler;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.records.RecordChange;
import org.govshare.records.RecordStore;

/** The provider repairs records (Hebei art. 16 para. 2): they change with the case, and the change flows to those who hold them. */
@ApplicationScoped
public class PushCorrection implements EffectHandler {
    static final String CHANGES = "changes";
    private static final int MOST = 1000;

    private final RecordStore records;

    PushCorrection(RecordStore records) {
        this.records = records;
    }

    @Override
    public String effect() {
        return "push-correction";
    }

    @Override
    public Optional<String> member() {
        return Optional.of(CHANGES);
    }

    @Override
    public Optional<Problem> check(Occasion occasion) {
        JsonNode changes = occasion.data().path(CHANGES);
        if (!changes.isArray() || changes.isEmpty() || changes.size() > MOST) {
            return Optional.of(Problem.field(
                    Violation.invalid("/changes", "修复应列 1 至 1000 条记录", "a repair lists 1 to 1000 records")));
        }
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            RecordChange.read(changes.get(i), "/changes/" + i, violations);
        }
        return violations.isEmpty() ? Optional.empty() : Optional.of(Problem.fields(violations));
    }

    @Override
    public void apply(Occasion occasion) {
        List<RecordChange> changes = new ArrayList<>();
        occasion.data().path(CHANGES).forEach(change -> changes.add(RecordChange.read(change, "", new ArrayList<>())));
        records.apply(occasion.datasetId(), changes);
    }
}
