package org.govshare.regulation.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.Law;

/** The law that a worked case plays under: its own text alone, or together with others that it names. */
final class CaseLaw {
    private final String own;
    private final Map<String, PackSource> known = new LinkedHashMap<>();
    private final Map<Set<String>, Law> laws = new HashMap<>();

    CaseLaw(PackSource source, List<PackSource> others) {
        this.own = source.id();
        others.forEach(other -> known.put(other.id(), other));
        known.put(own, source);
    }

    /**
     * The texts named, each switched on.
     *
     * @param names none for the case's own text alone
     * @throws BrokenDocument when one of them is not known, is there twice or does not go with the others, or the case's
     *     own is not among them
     */
    Law of(List<Doc> names) {
        if (names.isEmpty()) {
            return laws.computeIfAbsent(Set.of(own), this::law);
        }
        var ids = new LinkedHashSet<String>();
        for (var name : names) {
            if (!ids.add(name.oneOf(known.keySet(), "pack"))) {
                throw name.broken("the pack \"" + name.text() + "\" is here twice", "Keep one of them");
            }
        }
        if (!ids.contains(own)) {
            throw names.get(0).broken("its own text is not among those that it plays under", "Add " + own);
        }
        return laws.computeIfAbsent(ids, this::law);
    }

    private Law law(Set<String> ids) {
        var sources = new ArrayList<PackSource>();
        // In the order in which packs are known, so that a case plays alike however it names them.
        known.values().stream().filter(source -> ids.contains(source.id())).forEach(sources::add);
        var law = Law.of(sources);
        for (var id : ids) {
            law = law.switchedOn(id);
        }
        return law;
    }
}
