package org.govshare.regulation.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Addressee;
import org.govshare.regulation.grammar.BreachItem;
import org.govshare.regulation.grammar.OrganAct;
import org.govshare.regulation.grammar.OrganAct.Giver;
import org.govshare.regulation.grammar.Procedure;

/** Reads the lists of breaches of a pack, and what makes a procedure an organ's act about them. */
final class OrganActReader {
    private final String pack;
    private final Map<String, List<BreachItem>> lists;
    private final ActNames acts;

    OrganActReader(String pack, Map<String, List<BreachItem>> lists, ActNames acts) {
        this.pack = pack;
        this.lists = lists;
        this.acts = acts;
    }

    static Map<String, List<BreachItem>> lists(String pack, Doc header) {
        var lists = new LinkedHashMap<String, List<BreachItem>>();
        header.find("breaches").map(Doc::entries).orElse(Map.of()).forEach((name, list) -> {
            lists.put(name, list.items().stream().map(item -> item(pack, item)).toList());
        });
        return lists;
    }

    private static BreachItem item(String pack, Doc doc) {
        doc.entries("breach", "title", "duties", "article", "chosen");
        var duties = new LinkedHashMap<String, List<String>>();
        doc.find("duties").map(Doc::entries).orElse(Map.of()).forEach((kind, names) -> {
            duties.put(kind, names.items().stream().map(Doc::text).toList());
        });
        return new BreachItem(doc.get("breach").text(), Text.read(doc.get("title")), duties, Basis.read(pack, doc));
    }

    OrganAct read(Doc doc) {
        doc.entries("answers", "given-by", "breaches");
        var named = doc.get("breaches").items();
        var breaches = items(named, lists.keySet());
        var givers = doc.get("given-by").items().stream()
                .map(giver -> giver(giver, named))
                .toList();
        if (givers.isEmpty()) {
            throw doc.get("given-by").broken("no organ may act", "Name one");
        }
        breaches.stream()
                .filter(item ->
                        givers.stream().noneMatch(giver -> giver.breaches().contains(item.name())))
                .findFirst()
                .ifPresent(item -> {
                    throw doc.get("given-by")
                            .broken("no organ may act about \"" + item.name() + "\"", "Name its list at an organ");
                });
        return new OrganAct(acts.read(doc.get("answers")), givers, breaches);
    }

    /** An organ that may act about the lists named with it, or about all. */
    private Giver giver(Doc doc, List<Doc> all) {
        doc.entries("organ", "breaches", "article", "chosen");
        var known = all.stream().map(Doc::text).collect(Collectors.toSet());
        var own = doc.find("breaches").map(Doc::items).orElse(all);
        var names = items(own, known).stream().map(BreachItem::name).collect(Collectors.toSet());
        return new Giver(doc.get("organ").oneOf(Addressee.class, "organ"), names, Basis.read(pack, doc));
    }

    private List<BreachItem> items(List<Doc> names, Set<String> known) {
        return names.stream()
                .flatMap(list -> lists.get(list.oneOf(known, "list of breaches")).stream())
                .toList();
    }

    /** Duties on a list that no procedure of the pack has. */
    static List<Flaw> unknownDuties(Doc header, Map<String, List<BreachItem>> lists, Collection<Procedure> procedures) {
        var flaws = new ArrayList<Flaw>();
        lists.forEach((list, items) -> items.forEach(item -> item.duties().forEach((kind, duties) -> {
            var clocks = procedures.stream()
                    .filter(procedure -> procedure.kind().equals(kind))
                    .flatMap(procedure -> procedure.limits().keySet().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            var known = clocks.isEmpty()
                    ? "Kinds with clocks are " + kindsWithClocks(procedures)
                    : "Its clocks are " + String.join(", ", clocks);
            duties.stream()
                    .filter(duty -> !clocks.contains(duty))
                    .forEach(duty -> flaws.add(placeOf(header, list, item)
                            .flaw("a " + kind + " has no clock \"" + duty + "\" in this pack", known)));
        })));
        return flaws;
    }

    private static Doc placeOf(Doc header, String list, BreachItem item) {
        return header.at("breaches." + list).items().stream()
                .filter(doc -> doc.get("breach").text().equals(item.name()))
                .filter(doc -> doc.find("duties").isPresent())
                .findFirst()
                .orElseThrow()
                .get("duties");
    }

    private static String kindsWithClocks(Collection<Procedure> procedures) {
        return procedures.stream()
                .filter(procedure -> !procedure.limits().isEmpty())
                .map(Procedure::kind)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
