package org.govshare.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.platform.time.TimeSources;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.runner.ProcedureRunners;
import org.govshare.upkeep.retention.Periods;

/** The texts that the operator's settings name, and what they demand of the other settings. */
final class OperatedLaw {
    private OperatedLaw() {}

    /** What the settings name must be there; a broken pack is another thing, and closes its jurisdiction only. */
    static Law of(Map<String, String> environment) {
        String folder = environment.getOrDefault("GOVSHARE_PACKS", "");
        String switchedOn = environment.getOrDefault("GOVSHARE_PACKS_SWITCHED_ON", "");
        return Law.operated(Optional.of(Path.of(folder)), List.of(switchedOn.split(",")), ProcedureRunners.NONE);
    }

    /**
     * How long payloads are kept.
     *
     * @throws org.govshare.platform.failure.CommandException when a setting is no period, or shorter than a text in force allows
     */
    static Periods periods(Map<String, String> environment) {
        var today = WorkingCalendar.builtIn().dayOf(TimeSources.wall().instant());
        return Periods.of(environment).lawful(of(environment).keep(today));
    }
}
