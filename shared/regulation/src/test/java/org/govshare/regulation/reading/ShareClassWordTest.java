package org.govshare.regulation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govshare.regulation.cases.PackCheck;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.api.Test;

/** The share class has one word in packs; the older ones are read still, and told to the author. */
class ShareClassWordTest {
    private static final String CASES = """
            cases:
              - case: one
                procedure: share-request
                share-class: conditional
                requester: housing@130100
                provider: police@130100
                opened: 2025-03-03T09:00
                with: { purpose: p }
                expect: { step: reply, due: { reply: 2025-03-17 } }
            """;

    private static PackCheck check(String keyOfProcedures, String cases) {
        var pack = SmallPack.changed("city-law", Map.of("variant:", keyOfProcedures));
        var files = new HashMap<>(pack.files());
        files.put("cases/a.yaml", cases);
        return PackCheck.of(new PackSource("city-law", files), List.of(), ProcedureRunners.NONE);
    }

    private static List<String> olderWords(PackCheck check) {
        return check.olderWords().stream().map(Flaw::toString).toList();
    }

    @Test
    void theOneWord_isReadInProceduresAndCases_andNothingIsTold() {
        var check = check("share-class:", CASES);
        assertEquals("city-law: sound, 1 worked cases", check.text());
        assertEquals(List.of(), olderWords(check));
    }

    @Test
    void theOlderWords_areReadAndToldWithTheirPlace() {
        var check = check("variant:", CASES.replace("share-class:", "class:"));
        assertEquals("city-law: sound, 1 worked cases", check.text());
        assertEquals(
                List.of(
                        "city-law/procedures/share-request-conditional.yaml:2: variant: \"variant\" is the older word, which"
                                + " is still read. Write share-class",
                        "city-law/cases/a.yaml:4: cases[0].class: \"class\" is the older word, which is still read. Write"
                                + " share-class"),
                olderWords(check));
    }

    @Test
    void bothWordsAtOnce_areRefused() {
        var procedure = check("share-class: conditional\nvariant:", CASES).text();
        assertTrue(
                procedure.contains(
                        ":3: variant: \"variant\" is the older word for \"share-class\". Keep share-class alone"),
                procedure);
        var worked = check("variant:", CASES.replace("    share-class:", "    class: conditional\n    share-class:"))
                .text();
        assertTrue(worked.contains(":4: cases[0].class: \"class\" is the older word for"), worked);
    }
}
