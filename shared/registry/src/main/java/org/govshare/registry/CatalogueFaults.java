package org.govshare.registry;

import java.util.List;
import java.util.stream.IntStream;
import org.govshare.platform.problem.Violation;

/** Messages for codes that the catalogue does not have, each with the possible values. */
public final class CatalogueFaults {

    private CatalogueFaults() {}

    /** An id that names no dataset. */
    public static Violation noDataset(String pointer) {
        return Violation.invalid(
                pointer,
                "必须是现行目录中的数据编号，可用 GET /datasets 查询",
                "must be the id of a dataset of the catalogue in force, as GET /datasets lists them");
    }

    /**
     * Each name that is no data item of the dataset.
     *
     * @param pointer JSON Pointer of the list of names
     */
    public static List<Violation> ofItems(Dataset dataset, List<String> names, String pointer) {
        List<String> known = dataset.fields().stream().map(DatasetField::name).toList();
        return IntStream.range(0, names.size())
                .filter(i -> !known.contains(names.get(i)))
                .mapToObj(i -> Violation.invalid(
                        pointer + "/" + i,
                        "必须是该数据的数据项：" + String.join("、", known),
                        "must be a data item of this dataset: " + String.join(", ", known)))
                .toList();
    }
}
