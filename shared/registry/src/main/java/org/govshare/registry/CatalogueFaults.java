package org.govshare.registry;

import java.util.List;
import java.util.stream.IntStream;
import org.govshare.platform.problem.Violation;

/** Violations for ids and names that the catalogue does not have, each with the possible values. */
public final class CatalogueFaults {

    private CatalogueFaults() {}

    /** The violation for an id that names no dataset. */
    public static Violation noDataset(String pointer) {
        return Violation.invalid(pointer, RegistryMessages.NO_SUCH_DATASET);
    }

    /**
     * The violations for names that are not data items of the dataset.
     *
     * @param pointer JSON Pointer of the list of names
     */
    public static List<Violation> ofItems(Dataset dataset, List<String> names, String pointer) {
        List<String> known = dataset.fields().stream().map(DatasetField::name).toList();
        return IntStream.range(0, names.size())
                .filter(i -> !known.contains(names.get(i)))
                .mapToObj(i -> Violation.invalid(pointer + "/" + i, RegistryMessages.noSuchItem(known)))
                .toList();
    }
}
