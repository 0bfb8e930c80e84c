package org.govshare.registry.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.govshare.registry.table.Table.Form;
import org.govshare.regulation.text.TextReader;
import org.govshare.regulation.text.UnreadableText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void rows_areNumberedByTheLineOnWhichTheyBegin(String end) throws IOException {
        String text = "a,b\n1,\"x\ny\"\n2,\"\n\n\"\n\n3,\"p\nq\"\n4,z".replace("\n", end);
        assertEquals(List.of(2L, 4L, 8L, 10L), lines(text, Form.CSV));
        assertEquals(List.of(2L, 4L, 8L, 10L), lines(text + end, Form.CSV));
    }

    @Test
    void commentsAndEmptyLines_areLinesButNoRows() throws IOException {
        assertEquals(List.of(5L, 7L), lines("# one\n# two\na,b\n\n1,2\n# three\n 3 , 4\n", Form.COMMENTED_CSV));
        assertEquals(
                List.of("3", "4"),
                rows("a,b\n 3 , 4\n", Form.COMMENTED_CSV).get(0).values());
        assertEquals(
                List.of(" 3 ", "#4"), rows("a,b\n 3 ,#4\n", Form.CSV).get(0).values());
    }

    @Test
    void tabs_needNoQuotationMarks() throws IOException {
        List<TableRow> rows = rows("a\tb\n1\"\t\"2\n3\t4\n", Form.TSV);
        assertEquals(List.of(new TableRow(2, List.of("1\"", "\"2")), new TableRow(3, List.of("3", "4"))), rows);
    }

    @Test
    void wrongColumnNames_areReportedExactly() {
        String wrongly = "a.csv:1: has wrong column names: ";
        assertEquals(wrongly + "columns 1 and 3 are both \"code\"", refused("code,region,code\n1,2,3\n"));
        assertEquals(wrongly + "column 2 has no name", refused("code,,region\n1,2,3\n"));
        assertEquals(wrongly + "column 3 has no name", refused("code,region,\n1,2,3\n"));
        assertEquals("a.csv: has no line of column names", refused(""));
    }

    @Test
    void columnNamesWithUnseenEnds_areRefused() {
        String unseen = "a.csv:1: has wrong column names: the name of column 2 begins or ends with a space or another"
                + " invisible character";
        for (String name :
                List.of("code ", " code", "code\u00a0", "\u3000code", "code\u200b", "\u2060code", "code\u180f")) {
            assertEquals(unseen, refused("code," + name + ",region\n1,2,3\n"), name);
        }
        assertEquals("a.csv:1: has wrong column names: column 2 has no name", refused("code,\u200b,region\n1,2,3\n"));
    }

    @Test
    void unmatchedQuotationMarks_areReportedWithTheRowsLine() {
        String words = " is not CSV: a quotation mark of the row that begins here is not closed, or text follows one"
                + " that closes";
        assertEquals("a.csv:4:" + words, refused("a,b\n1,\"x\ny\"\n2,\"open\n3,z\n"));
        assertEquals("a.csv:3:" + words, refused("a,b\n1,x\n2,\"y\"z\n"));
    }

    @Test
    void rowWithoutAnEnd_isRefusedBeforeItFillsTheMemory() {
        String text = "a,b\n1,2\n3,\"" + "0123456789\n".repeat(200_000);
        assertEquals(
                "a.csv:3: has a row of more than 1048576 characters; perhaps a quotation mark is not closed",
                refused(text));
    }

    private static List<Long> lines(String text, Form form) throws IOException {
        return rows(text, form).stream().map(TableRow::line).toList();
    }

    private static List<TableRow> rows(String text, Form form) throws IOException {
        try (Table table = open(text, form)) {
            List<TableRow> rows = new ArrayList<>();
            table.forEachRemaining(rows::add);
            return rows;
        }
    }

    private static Table open(String text, Form form) throws IOException {
        return Table.open(
                TextReader.of("a.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), form);
    }

    private static String refused(String text) {
        IOException thrown = assertThrows(IOException.class, () -> {
            try {
                rows(text, Form.CSV);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
        return assertInstanceOf(UnreadableText.class, thrown).getMessage();
    }
}
