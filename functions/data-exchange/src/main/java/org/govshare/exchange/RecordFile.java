package org.govshare.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.govshare.registry.table.Table;
import org.govshare.registry.table.Table.Form;
import org.govshare.regulation.text.TextReader;

/**
 * A table of records in UTF-8 with a line of column names: {@code .csv} (RFC 4180) or {@code .tsv} (no quoting), either
 * with {@code .gz} after it. All columns go into the payload, as text.
 *
 * @param name its ending gives the format
 * @param content opened again for each reading; a load reads it twice
 * @param keyColumn the column whose value names the record
 * @param regionColumn the column with the six digits of its region
 */
public record RecordFile(String name, Source content, String keyColumn, String regionColumn) {

    /** Opens the bytes of a file. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    public static RecordFile of(Path path, String keyColumn, String regionColumn) {
        return new RecordFile(path.getFileName().toString(), () -> Files.newInputStream(path), keyColumn, regionColumn);
    }

    Table open() throws IOException {
        boolean tabs = name.endsWith(".tsv") || name.endsWith(".tsv.gz");
        return Table.open(TextReader.of(name, content.open()), tabs ? Form.TSV : Form.CSV);
    }
}
