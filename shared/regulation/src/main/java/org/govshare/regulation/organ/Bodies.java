package org.govshare.regulation.organ;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.grammar.Body;
import org.govshare.regulation.grammar.BoundKind;

/** Finds in the registry what a text must know about an agency to say whether it binds it. */
public final class Bodies {
    /** The region of the State Council, its ministries and the national authority. */
    private static final String NATION = "000000";

    private final Organs organs;

    public Bodies(Organs organs) {
        this.organs = organs;
    }

    /** The agencies that are registered, in this order. */
    public List<Body> of(String... agencies) {
        return Stream.of(agencies).flatMap(agency -> of(agency).stream()).toList();
    }

    /** One agency; nothing where it is not registered. */
    public Optional<Body> of(String agency) {
        return organs.regionOf(agency).map(region -> new Body(region, kind(agency, region)));
    }

    /** A ministry's own office at the national level is a department of the State Council, not stationed anywhere. */
    private BoundKind kind(String agency, String region) {
        var stationed = !region.equals(NATION) && organs.ministryOf(agency).isPresent();
        return switch (organs.bodyKindOf(agency).orElse(BodyKind.GOVERNMENT_DEPARTMENT)) {
            case GOVERNMENT_DEPARTMENT -> stationed ? BoundKind.STATIONED_AGENCY : BoundKind.GOVERNMENT_DEPARTMENT;
            case AUTHORISED_BODY -> stationed ? BoundKind.STATIONED_AGENCY : BoundKind.AUTHORISED_BODY;
            case OTHER_STATE_ORGAN -> BoundKind.OTHER_STATE_ORGAN;
            case PUBLIC_SERVICE_OPERATOR -> BoundKind.PUBLIC_SERVICE_OPERATOR;
        };
    }
}
