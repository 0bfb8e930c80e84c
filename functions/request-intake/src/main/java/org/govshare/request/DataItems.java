package org.govshare.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.registry.CatalogueFaults;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;

/** 数据项: the members of a dataset's records that a request names or a consent is limited to. */
@ApplicationScoped
public class DataItems {
    static final String FIELD = "items";
    private static final String BETWEEN = ",";

    private final Registry registry;

    DataItems(Registry registry) {
        this.registry = registry;
    }

    /** How several names are written in one field of a case. */
    static String join(List<String> names) {
        return String.join(BETWEEN, names);
    }

    /** The names in a joined text, never none: a text that names nothing gives an empty name, which no record has. */
    static List<String> split(String joined) {
        return Arrays.stream(joined.split(BETWEEN, -1)).map(String::strip).toList();
    }

    /** Refuses names that the dataset does not have. */
    void check(String datasetId, List<String> names, String pointer) {
        registry.dataset(datasetId).ifPresent(dataset -> check(dataset, names, pointer));
    }

    private static void check(Dataset dataset, List<String> names, String pointer) {
        List<Violation> violations = CatalogueFaults.ofItems(dataset, names, pointer);
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
    }
}
