package org.govshare.regulation.grammar;

/** What else an action does, in the same transaction; code has one handler for each, in the function of its procedures. */
public enum Effect {
    /** The requester may read the data, within the scope and purpose consented to. */
    OPEN_GRANT,
    /** The grant gives no data until it is resumed. */
    SUSPEND_GRANT,
    RESUME_GRANT,
    /** The grant ends for good. */
    END_GRANT,
    /** The repaired records go to those who hold them. */
    PUSH_CORRECTION,
    /** The outcome is filed with the authority. */
    FILE_WITH_AUTHORITY,
    /** What happened is reported to the authority. */
    REPORT_TO_AUTHORITY,
    /** The parties are told. */
    NOTIFY;

    private static final String VERIFICATION = "verification";

    /**
     * Whether a procedure's actions may have it: the function that runs the procedure has its handler.
     *
     * @param kind of the procedure
     * @param organAct it is an act of an organ
     */
    public boolean fits(String kind, boolean organAct) {
        return switch (this) {
            case OPEN_GRANT, SUSPEND_GRANT, RESUME_GRANT, END_GRANT -> !organAct && !kind.equals(VERIFICATION);
            case PUSH_CORRECTION -> !organAct && kind.equals(VERIFICATION);
            case FILE_WITH_AUTHORITY, REPORT_TO_AUTHORITY, NOTIFY -> true;
        };
    }
}
