package org.govshare.regulation.grammar;

/** What else an action does, in the same transaction; code has one handler for each. */
public enum Effect {
    /** The requester may read the data, within the scope and purpose consented to. */
    OPEN_GRANT,
    /** The grant gives no data until it is resumed. */
    SUSPEND_GRANT,
    RESUME_GRANT,
    /** The grant ends for good. */
    END_GRANT,
    /** The data carries a mark that it is objected to. */
    MARK_OBJECTION,
    /** The catalogue entry is published. */
    PUBLISH_ENTRY,
    /** The repaired records go to those who hold them. */
    PUSH_CORRECTION,
    /** The outcome is filed with the authority. */
    FILE_WITH_AUTHORITY,
    /** What happened is reported to the authority. */
    REPORT_TO_AUTHORITY,
    /** The parties are told. */
    NOTIFY
}
