package org.govshare.registry.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads and checks all rows of one file, each alone and against the registry as it would be after the load. */
final class FileCheck {

    private final CsvFile file;
    private final List<LoadFault> faults = new ArrayList<>();

    private FileCheck(CsvFile file) {
        this.file = file;
    }

    /** The values to write, row by row. The faults of the file are added in the order of its lines. */
    static List<Object[]> of(CsvFile file, References references, List<LoadFault> faults) {
        FileCheck check = new FileCheck(file);
        List<Object[]> values = check.values(references);
        check.faults.sort(Comparator.comparingLong(LoadFault::line));
        faults.addAll(check.faults);
        return values;
    }

    private List<Object[]> values(References references) {
        return switch (file.kind()) {
            case REGIONS -> rows(RegistryRows::region, references::add, references::check, ColumnValues::of);
            case AGENCIES -> rows(RegistryRows::agency, references::add, references::check, ColumnValues::of);
            case DATASETS -> rows(RegistryRows::dataset, dataset -> {}, references::check, ColumnValues::of);
            case CITY_PLATFORMS ->
                rows(RegistryRows::cityPlatform, platform -> {}, references::check, ColumnValues::of);
            case CONTRACTORS -> rows(RegistryRows::contractor, contractor -> {}, references::check, ColumnValues::of);
        };
    }

    private <T> List<Object[]> rows(
            Function<Row, T> read, Consumer<T> add, BiConsumer<Row, T> check, Function<T, Object[]> values) {
        List<Row> rows = file.rows(faults);
        List<T> parsed = rows.stream().map(read).toList();
        parsed.forEach(add);
        Set<List<Object>> keys = new HashSet<>();
        List<Object[]> checked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Object[] row = values.apply(parsed.get(i));
            if (keys.add(key(row))) {
                check.accept(rows.get(i), parsed.get(i));
            } else {
                rows.get(i).fault(file.kind().key.get(0), "is in an earlier row already");
            }
            checked.add(row);
        }
        return checked;
    }

    private List<Object> key(Object[] row) {
        return file.kind().key.stream()
                .map(column -> row[file.kind().columns.indexOf(column)])
                .toList();
    }
}
