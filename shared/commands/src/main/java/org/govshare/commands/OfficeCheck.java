package org.govshare.commands;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.registry.Agency;
import org.govshare.registry.Registry;

/** An agency that has ended, or is yet to come, commands nothing; whoever holds its office does. */
@ApplicationScoped
class OfficeCheck {
    private final Registry registry;

    OfficeCheck(Registry registry) {
        this.registry = registry;
    }

    /** Why the caller's agency may not act today; nothing where it may, is not registered, or the caller has none. */
    Optional<Problem> refusal(Caller caller) {
        if (caller.agency().isEmpty()) {
            return Optional.empty();
        }
        return registry.outOfOffice(caller.agency()).map(this::problem);
    }

    private Problem problem(Agency agency) {
        return registry.today().isBefore(agency.validity().from()) ? tooEarly(agency) : ended(agency);
    }

    private static Problem tooEarly(Agency agency) {
        return Problem.of(
                ProblemType.FORBIDDEN,
                "贵单位自" + agency.validity().from() + "起履行职责，此前不能办理。",
                "Your agency takes office on " + agency.validity().from() + " and may not act before.");
    }

    private Problem ended(Agency agency) {
        Optional<Agency> holder = agency.successor().map(registry::holderOf).flatMap(registry::agency);
        return Problem.of(
                ProblemType.FORBIDDEN,
                "贵单位已于" + agency.validity().until() + "终止履行职责，不能再办理。"
                        + holder.map(a -> "其职责由" + a.name() + "（" + a.creditCode() + "）承接。")
                                .orElse(""),
                "Your agency ended on " + agency.validity().until() + " and may not act any more."
                        + holder.map(a -> " Its office is held by " + a.nameEn() + " (" + a.creditCode() + ").")
                                .orElse(""));
    }
}
