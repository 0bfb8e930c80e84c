package org.govshare.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A table of records in UTF-8 with a line of column names: {@code .csv} (RFC 4180) or {@code .tsv} (no quoting), either
 * with {@code .gz} after it. All columns go into the payload, as text.
 *
 * @param name tells the format
 * @param content opened anew by each reading
 * @param keyColumn the column whose value names the record
 * @param regionColumn the column with the six digits of its place
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

    CSVParser parse() throws IOException {
        InputStream bytes = content.open();
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return format().parse(new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)));
    }

    private CSVFormat format() {
        boolean tabs = name.endsWith(".tsv") || name.endsWith(".tsv.gz");
        CSVFormat.Builder format =
                tabs ? CSVFormat.DEFAULT.builder().setDelimiter('\t').setQuote(null) : CSVFormat.RFC4180.builder();
        return format.setHeader().setSkipHeaderRecord(true).get();
    }
}
