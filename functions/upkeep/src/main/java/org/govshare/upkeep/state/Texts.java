package org.govshare.upkeep.state;

import java.util.Optional;
import org.govshare.commands.trail.Pseudonyms;

/** Compares what people wrote with the keyed hash of it that was entered. */
final class Texts {
    private final Tally tally;
    private final Pseudonyms pseudonyms;

    Texts(Tally tally, Pseudonyms pseudonyms) {
        this.tally = tally;
        this.pseudonyms = pseudonyms;
    }

    /** False only if the text differs; a text entered under a different key, or not entered at all, is not compared. */
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
