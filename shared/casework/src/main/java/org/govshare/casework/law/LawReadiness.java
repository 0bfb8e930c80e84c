package org.govshare.casework.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.pack.Law;

/** Shows which packs rule and which are broken; stays up with a broken one, because the others serve on. */
@Readiness
@ApplicationScoped
public class LawReadiness implements HealthCheck {
    private final LawBook book;

    LawReadiness(LawBook book) {
        this.book = book;
    }

    @Override
    public HealthCheckResponse call() {
        Law law = book.law();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Packs of law")
                .up()
                .withData("packs", law.packs().stream().map(Pack::id).sorted().collect(Collectors.joining(" ")));
        if (!law.broken().isEmpty()) {
            answer.withData(
                    "broken",
                    law.broken().stream().map(pack -> pack.id()).sorted().collect(Collectors.joining(" ")));
        }
        return answer.build();
    }
}
