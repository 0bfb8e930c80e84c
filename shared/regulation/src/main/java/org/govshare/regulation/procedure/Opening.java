package org.govshare.regulation.procedure;

import java.util.Map;
import java.util.UUID;

/**
 * The wish of an agency to open a case.
 *
 * @param requester credit code of the agency that opens it
 * @param provider credit code of the agency whose data it is about
 * @param fields what the form said, by field name
 */
public record Opening(UUID caseId, Matter matter, String requester, String provider, Map<String, String> fields) {
    public Opening {
        fields = Map.copyOf(fields);
    }
}
