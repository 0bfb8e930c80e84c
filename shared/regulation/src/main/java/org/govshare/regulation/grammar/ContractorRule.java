package org.govshare.regulation.grammar;

import java.util.List;
import org.govshare.regulation.document.Basis;

/**
 * What contractors (受委托的第三方) may not do for the agency that they act for.
 *
 * @param notIn kinds of procedure, or {@link Procedure#ORGAN_ACT} for all acts of organs
 */
public record ContractorRule(List<String> notIn, Basis basis) {
    public ContractorRule {
        notIn = List.copyOf(notIn);
    }

    /**
     * Whether contractors are kept out of a procedure.
     *
     * @param runsAs what procedures of this kind run as
     */
    public boolean covers(String kind, String runsAs) {
        return notIn.contains(kind) || runsAs.equals(Procedure.ORGAN_ACT) && notIn.contains(runsAs);
    }
}
