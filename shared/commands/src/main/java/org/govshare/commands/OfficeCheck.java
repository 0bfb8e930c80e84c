package org.govshare.commands;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.govshare.commands.messages.CommandMessages;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.registry.Agency;
import org.govshare.registry.Registry;

/** An agency may send no commands after it has ended or before it exists; the agency that holds its office may. */
@ApplicationScoped
class OfficeCheck {
    private final Registry registry;

    OfficeCheck(Registry registry) {
        this.registry = registry;
    }

    /**
     * Why the caller's agency may not act today; empty if it may, if it is not registered, or if the caller has no
     * agency.
     */
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
                CommandMessages.notYetInOffice(agency.validity().from()));
    }

    private Problem ended(Agency agency) {
        Optional<Agency> holder = agency.successor().map(registry::holderOf).flatMap(registry::agency);
        return Problem.of(
                ProblemType.FORBIDDEN,
                holder.map(heir -> CommandMessages.officeEnded(agency.validity().until(), heir))
                        .orElseGet(() ->
                                CommandMessages.officeEnded(agency.validity().until())));
    }
}
