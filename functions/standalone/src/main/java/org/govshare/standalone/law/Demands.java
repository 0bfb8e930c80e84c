package org.govshare.standalone.law;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.pack.Addition;

/** Lines for what texts demand besides the one that gives the steps, each with its article. */
final class Demands {
    private Demands() {}

    /** @param zh whether the steps carry it or not, as {@code en} */
    static String line(String zh, String en, Addition item, Locale language) {
        Basis basis = item.basis();
        Text article = new Text(basis.articleZh(), basis.articleEn());
        return "  " + new Text(zh, en).in(language) + ": " + item.what().in(language) + "  [" + basis.pack() + " "
                + article.in(language) + "]\n";
    }

    /** The same for programs. */
    static ArrayNode json(List<Addition> items, Locale language) {
        ArrayNode demands = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> demands.addObject()
                .put("pack", item.basis().pack())
                .put("article", item.basis().article())
                .put("what", item.what().in(language)));
        return demands;
    }
}
