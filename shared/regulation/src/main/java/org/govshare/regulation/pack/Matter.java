package org.govshare.regulation.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.govshare.regulation.grammar.Body;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.ShareClass;

/**
 * What decides which law governs a new case.
 *
 * @param kind the kind of procedure, such as {@code share-request} or {@code verification}
 * @param shareClass the class of the dataset, where the kind of procedure has a variant for each class
 * @param parties the agencies between whom it is, at least one; first the one that opens the case
 * @param on the law day, in Asia/Shanghai, on which it is raised
 */
public record Matter(String kind, Optional<ShareClass> shareClass, List<Body> parties, LocalDate on) {
    public Matter {
        parties = List.copyOf(parties);
    }

    /** A matter between departments of one place. */
    public Matter(String kind, Optional<ShareClass> shareClass, String region, LocalDate on) {
        this(kind, shareClass, List.of(Body.departmentOf(region)), on);
    }

    /** Where it is raised: the place of the agency that opens the case. */
    public String region() {
        return parties.get(0).region();
    }

    /** The same matter between other agencies; itself where none is given. */
    public Matter among(List<Body> others) {
        return others.isEmpty() ? this : new Matter(kind, shareClass, others, on);
    }

    /** The name of the procedure that it needs. */
    String procedure() {
        return Procedure.nameOf(kind, shareClass.map(Enum::name).orElse(""));
    }
}
