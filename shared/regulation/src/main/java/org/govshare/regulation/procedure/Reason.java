package org.govshare.regulation.procedure;

/** Why the law refuses a command; closed, so that each boundary maps every one. */
public enum Reason {
    /** No pack in force governs such a matter in this jurisdiction on this day. */
    NO_LAW,
    /** A pack that covers the jurisdiction did not load, so that no new case may be opened there. */
    JURISDICTION_CLOSED,
    /** The procedure knows no such action. */
    UNKNOWN_ACTION,
    /** The action exists, but not at the step that the case is at. */
    NOT_AT_THIS_STEP,
    /** The action belongs to another agency. */
    NOT_THE_ACTOR,
    /** The action belongs to the agency, but wants a role that the person lacks. */
    NOT_THE_ROLE,
    /** The duty is not on the list of breaches that the article of an organ's act covers. */
    NOT_ON_LIST,
    /** The clock that an organ would act about was not breached, a recount has annulled the breach, or none is named. */
    NOT_BREACHED,
    /** An organ that the procedure needs is not in the registry. */
    PARTY_UNKNOWN,
    /** The grant has ended, and the procedure is for grants that have not. */
    GRANT_ENDED,
    FIELD_MISSING,
    FIELD_INVALID,
    /** No running clock of that name can be extended. */
    NOT_EXTENDABLE,
    /** The extension would exceed what the law allows in all. */
    EXTENSION_TOO_LONG,
    /** An extension can only be asked for before the period ends. */
    ALREADY_DUE,
    /** There is no such request to consent to or to deny. */
    NOT_ASKED,
    /** An earlier request for the same clock waits for its answer. */
    ALREADY_ASKED,
    /** An organ has acted about the breach, after which no reason for it can be stated any more. */
    ORGAN_HAS_ACTED
}
