package org.govshare.casework.rung;

import org.govshare.regulation.document.Text;

/** Why a clock is projected anew. */
public enum ClockMoved {
    BY_NOTICE(new Text("按新的放假安排重新计算", "Counted again by a new holiday notice")),
    BY_EXTENSION(new Text("经同意延长期限", "Extended with consent"));

    private final Text text;

    ClockMoved(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }
}
