package org.govshare.registry.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file in UTF-8 whose first line, after comments, names its columns. */
record CsvFile(String name, RegistryFile kind, byte[] content) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setTrim(true)
            .get();

    /** The rows; empty when the file cannot be read as such, which is noted. */
    List<Row> rows(List<LoadFault> faults) {
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(decoded(), FORMAT)) {
            if (hasTheColumns(parser, faults)) {
                for (CSVRecord row : parser) {
                    read(row, parser, rows, faults);
                }
            }
        } catch (CharacterCodingException e) {
            faults.add(new LoadFault(name, 0, "", "is not UTF-8"));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            faults.add(new LoadFault(name, 0, "", "is not CSV: " + e.getMessage()));
        }
        return rows;
    }

    private void read(CSVRecord row, CSVParser parser, List<Row> rows, List<LoadFault> faults) {
        long line = parser.getCurrentLineNumber();
        if (row.isConsistent()) {
            rows.add(new Row(name, line, row.toMap(), faults));
        } else {
            faults.add(new LoadFault(
                    name,
                    line,
                    "",
                    "has " + row.size() + " values for "
                            + parser.getHeaderNames().size() + " columns"));
        }
    }

    private boolean hasTheColumns(CSVParser parser, List<LoadFault> faults) {
        List<String> found = parser.getHeaderNames();
        TreeSet<String> columns = new TreeSet<>(found);
        columns.addAll(
                RegistryFile.OPTIONAL.stream().filter(kind.columns::contains).toList());
        if (columns.equals(new TreeSet<>(kind.columns))) {
            return true;
        }
        faults.add(new LoadFault(
                name, parser.getCurrentLineNumber(), "", "has columns " + found + " but must have " + kind.columns));
        return false;
    }

    private String decoded() throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
