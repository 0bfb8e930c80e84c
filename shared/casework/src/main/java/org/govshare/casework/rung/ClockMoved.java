package org.govshare.casework.rung;

import org.govshare.casework.messages.CaseworkMessages;
import org.govshare.regulation.document.Text;

/** Why a clock is projected anew. */
public enum ClockMoved {
    BY_NOTICE(CaseworkMessages.COUNTED_AGAIN),
    BY_EXTENSION(CaseworkMessages.EXTENDED);

    private final Text text;

    ClockMoved(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }
}
