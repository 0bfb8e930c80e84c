package org.govshare.regulation.pack;

import java.util.LinkedHashSet;
import java.util.Set;

/** Which texts carry on what an earlier one began. */
public final class Successors {
    private Successors() {}

    /** The text itself, by its pack's id, then those that replace it and those that replace these, switched on or off. */
    public static Set<String> of(Law law, String pack) {
        var texts = new LinkedHashSet<>(Set.of(pack));
        for (var known = 0; known < texts.size(); ) {
            known = texts.size();
            law.packs().stream()
                    .filter(later -> later.replaces().filter(texts::contains).isPresent())
                    .forEach(later -> texts.add(later.id()));
        }
        return texts;
    }
}
