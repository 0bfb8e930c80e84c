package org.govshare.standalone.law;

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
}
