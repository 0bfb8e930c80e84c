package org.govshare.registry.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.govshare.registry.table.Table;
import org.govshare.registry.table.Table.Form;
import org.govshare.registry.table.TableRow;
import org.govshare.regulation.text.TextReader;
import org.govshare.regulation.text.UnreadableText;

/** A CSV file in UTF-8 whose first line, after comments, names its columns. */
record CsvFile(String name, RegistryFile kind, byte[] content) {

    /** The rows. A line that cannot be read is noted as a fault. */
    List<Row> rows(List<LoadFault> faults) {
        List<Row> rows = new ArrayList<>();
        try (Table table = Table.open(TextReader.of(name, new ByteArrayInputStream(content)), Form.COMMENTED_CSV)) {
            if (hasTheColumns(table, faults)) {
                table.forEachRemaining(row -> read(row, table.columns(), rows, faults));
            }
        } catch (UnreadableText e) {
            faults.add(new LoadFault(name, e.line(), "", e.what()));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof UnreadableText flaw)) {
                throw e;
            }
            faults.add(new LoadFault(name, flaw.line(), "", flaw.what()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private void read(TableRow row, List<String> columns, List<Row> rows, List<LoadFault> faults) {
        if (row.values().size() != columns.size()) {
            faults.add(new LoadFault(
                    name, row.line(), "", "has " + row.values().size() + " values for " + columns.size() + " columns"));
        } else if (row.holdsNul()) {
            faults.add(new LoadFault(name, row.line(), "", "contains a NUL character"));
        } else {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), row.values().get(i));
            }
            rows.add(new Row(name, row.line(), values, faults));
        }
    }

    private boolean hasTheColumns(Table table, List<LoadFault> faults) {
        TreeSet<String> columns = new TreeSet<>(table.columns());
        columns.addAll(
                RegistryFile.OPTIONAL.stream().filter(kind.columns::contains).toList());
        if (columns.equals(new TreeSet<>(kind.columns))) {
            return true;
        }
        faults.add(new LoadFault(
                name, table.headerLine(), "", "has columns " + table.columns() + " but must have " + kind.columns));
        return false;
    }
}
