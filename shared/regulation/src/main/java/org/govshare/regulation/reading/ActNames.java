package org.govshare.regulation.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.NamedAct;

/**
 * The acts that rungs may propose and organs may give.
 *
 * @param anyName a name that is not among them is taken too, as a text from before headers named them may use it
 */
record ActNames(Map<String, NamedAct> named, boolean anyName) {

    static ActNames of(String pack, Doc header) {
        var named = new LinkedHashMap<String, NamedAct>();
        header.find("acts").map(Doc::entries).orElse(Map.of()).forEach((name, act) -> {
            act.entries("title", "article", "chosen");
            named.put(name, new NamedAct(name, Text.read(act.get("title")), Basis.read(pack, act)));
        });
        return new ActNames(named, false);
    }

    String read(Doc name) {
        return anyName ? name.text() : name.oneOf(named.keySet(), "act to propose");
    }
}
