package org.govshare.upkeep.state;

import java.util.Optional;
import org.govshare.commands.trail.Pseudonyms;

/** Compares what people wrote with its keyed hash in the trail. */
final class Texts {
    private final Tally tally;
    private final Pseudonyms pseudonyms;

    Texts(Tally tally, Pseudonyms pseudonyms) {
        this.tally = tally;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Returns false only if the text differs. A text that was entered under another key, or not entered at all, is not
     * compared.
     */
    boolean same(Optional<String> entered, String text) {
        String now = pseudonyms.ofText(text);
        if (entered.isEmpty()) {
            return true;
        }
        if (now.isEmpty() || !key(now).equals(key(entered.get()))) {
            tally.count(Tally.Count.TEXTS_UNREAD);
            return true;
        }
        return now.equals(entered.get());
    }

    private static String key(String hash) {
        return hash.split(":")[0];
    }
}
