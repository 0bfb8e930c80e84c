package org.govshare.regulation.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.ShareClass;

/** Older words of the grammar that are still read: reported to the author, and no fault. */
final class OlderWords {
    private final PackSource source;
    private final List<Flaw> found = new ArrayList<>();

    private OlderWords(PackSource source) {
        this.source = source;
    }

    /** The first of each file, of a pack that reads well. */
    static List<Flaw> in(PackSource source) {
        var words = new OlderWords(source);
        source.law().keySet().stream()
                .filter(name -> name.startsWith("procedures/"))
                .forEach(name -> words.find(words.doc(name), ShareClass.OLDER_KEY));
        source.cases().keySet().forEach(words::findInCases);
        return words.found;
    }

    private void findInCases(String name) {
        doc(name).get("cases").items().stream()
                .filter(worked -> worked.find(ShareClass.OLDER_KEY_OF_CASES).isPresent())
                .findFirst()
                .ifPresent(worked -> find(worked, ShareClass.OLDER_KEY_OF_CASES));
    }

    private void find(Doc doc, String older) {
        Optional<Doc> place = doc.find(older);
        place.ifPresent(word -> found.add(
                word.flaw("\"" + older + "\" is the older word, which is still read", "Write " + ShareClass.KEY)));
    }

    private Doc doc(String name) {
        return Doc.parse(source.id() + "/" + name, source.files().get(name));
    }
}
