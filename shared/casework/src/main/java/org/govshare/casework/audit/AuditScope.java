package org.govshare.casework.audit;

import java.util.List;

/** Whose entries a reader may see. */
public sealed interface AuditScope {

    /** Everything: the operator at the machine. */
    record All() implements AuditScope {}

    /**
     * What happened in the cases of the agency's region and below, who read them, wherever from, and what the agencies there
     * did; and who read records that one of its agencies provides: an authority's, a government's or an audit body's.
     */
    record Territory(String agency) implements AuditScope {}

    /**
     * What an agency did, what happened in its own cases, and who read the records that it provides under a grant; not who
     * else read the cases.
     *
     * @param offices its credit code and those of the agencies whose offices it holds
     */
    record Own(List<String> offices) implements AuditScope {
        public Own {
            offices = List.copyOf(offices);
        }
    }
}
