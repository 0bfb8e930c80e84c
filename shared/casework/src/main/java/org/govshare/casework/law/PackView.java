package org.govshare.casework.law;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.Pack;

/**
 * One regulation as the software holds it.
 *
 * @param region it is made for (GB/T 2260); it rules there and in all regions under it
 * @param until last day in force, inclusive; absent while none is known
 * @param replaces the earlier pack that no longer counts once this one is in force
 * @param keep what must be kept, and how long at least
 * @param on false for a pack that rules nothing until an operator switches it on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PackView(
        String id,
        String title,
        String organ,
        String rank,
        String region,
        LocalDate from,
        LocalDate until,
        String replaces,
        boolean on,
        String note,
        List<Keep> keep) {

    /**
     * What the text wants kept.
     *
     * @param years at least
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Keep(String what, int years, String article, String chosen) {}

    static PackView of(Pack pack, boolean on, Locale language) {
        return new PackView(
                pack.id(),
                pack.title().in(language),
                pack.organ(),
                Doc.nameOf(pack.rank()),
                pack.region(),
                pack.from(),
                pack.until().orElse(null),
                pack.replaces().orElse(null),
                on,
                pack.note().map(note -> note.in(language)).orElse(null),
                pack.keep().stream()
                        .map(rule -> new Keep(
                                Doc.nameOf(rule.what()),
                                rule.years(),
                                rule.basis().article(),
                                rule.basis()
                                        .note()
                                        .map(note -> note.in(language))
                                        .orElse(null)))
                        .toList());
    }
}
