package org.govshare.regulation.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;

/**
 * Checks that what a pack says of other texts is said of texts that there are: the one that it replaces, and the duties
 * for which it only sets periods.
 */
final class References {
    private final Set<String> ids;
    private final Collection<Pack> packs;

    /**
     * @param ids of all packs, also of those that did not load
     * @param packs that loaded
     */
    References(Set<String> ids, Collection<Pack> packs) {
        this.ids = ids;
        this.packs = packs;
    }

    /** What leads nowhere; periods are judged only where all packs have loaded, for one that did not might have the duty. */
    List<Flaw> flaws(Pack pack, PackSource source) {
        var flaws = new ArrayList<Flaw>();
        pack.replaces()
                .filter(id -> !ids.contains(id))
                .ifPresent(id -> flaws.add(doc(source, "pack.yaml")
                        .at("replaces")
                        .flaw("there is no pack \"" + id + "\"", "Correct the name, or remove it")));
        if (packs.size() == ids.size()) {
            source.law().keySet().stream()
                    .filter(name -> !name.equals("pack.yaml"))
                    .forEach(name -> flaws.addAll(periods(pack, doc(source, name))));
        }
        return flaws;
    }

    private List<Flaw> periods(Pack pack, Doc doc) {
        var name = Procedure.nameOf(
                doc.get("procedure").text(), doc.find("variant").map(Doc::text).orElse(""));
        return doc.find("periods").stream()
                .flatMap(periods -> periods.entries().entrySet().stream())
                .filter(duty -> packs.stream()
                        .filter(other -> other != pack)
                        .noneMatch(other -> hasDuty(other, name, duty.getKey())))
                .map(duty -> duty.getValue()
                        .flaw(
                                "no text has the duty \"" + duty.getKey() + "\" in a " + name,
                                "Correct the name of the duty or of the procedure"))
                .toList();
    }

    private static boolean hasDuty(Pack pack, String procedure, String duty) {
        return Optional.ofNullable(pack.procedures().get(procedure))
                .filter(known -> known.clocks().containsKey(duty))
                .isPresent();
    }

    private static Doc doc(PackSource source, String file) {
        return Doc.parse(source.id() + "/" + file, source.law().get(file));
    }
}
