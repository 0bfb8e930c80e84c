package org.govshare.regulation.calendar;

/** Why a day counts or does not. */
public enum DayKind {
    WORKDAY(true),
    MAKE_UP_WORKDAY(true),
    WEEKEND(false),
    /** Off by a notice. */
    HOLIDAY(false),
    /** Off by the regulation on festival days, where the notice is not out yet. */
    STATUTORY(false);

    private final boolean working;

    DayKind(boolean working) {
        this.working = working;
    }

    public boolean working() {
        return working;
    }
}
