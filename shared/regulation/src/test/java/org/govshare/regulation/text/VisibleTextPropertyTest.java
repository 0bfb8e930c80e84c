package org.govshare.regulation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VisibleTextPropertyTest {

    @Provide
    Arbitrary<String> unseen() {
        return Arbitraries.of(
                        " ",
                        "\t",
                        "\n",
                        "\u00a0",
                        "\u3000",
                        "\u200b",
                        "\u200d",
                        "\ufeff",
                        "\u2060",
                        "\u202e",
                        "\u00ad",
                        "\u0301",
                        "\ufe0f",
                        "\u034f",
                        "\u115f",
                        "\u3164",
                        "\u2800",
                        "\u180e",
                        "\udb40\udc41")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> seen() {
        return Arbitraries.of("a", "流", "。", "7", "❤", "👩", "𠀀", "\ue000", "-");
    }

    @Property
    void howeverMuchOfWhatNobodySees_isNotStated(@ForAll("unseen") String text) {
        assertEquals(Optional.empty(), VisibleText.of(text));
    }

    @Property
    void oneVisibleCharacterAnywhere_isStated(
            @ForAll("unseen") String before, @ForAll("seen") String base, @ForAll("unseen") String after) {
        var visible = VisibleText.of(before + base + after).orElseThrow();
        assertTrue(visible.contains(base));
        assertTrue((before + base + after).contains(visible));
    }

    @Property
    void whatIsStated_isReadTheSameAgainAndIsNeverBlank(@ForAll String text) {
        var visible = VisibleText.of(text);
        assertEquals(VisibleText.isIn(text), visible.isPresent());
        assertEquals(visible, visible.flatMap(VisibleText::of));
        visible.ifPresent(stated -> assertFalse(stated.isBlank()));
    }
}
