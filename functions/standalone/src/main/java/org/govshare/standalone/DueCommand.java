package org.govshare.standalone;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.govshare.platform.time.TimeSources;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.DueQuestion;
import org.govshare.regulation.explanation.Explanation;
import org.govshare.regulation.pack.Law;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers when something is due and why, day by day, without a case and without a database. */
@Command(name = "due", description = "Tell when a clock of the law is due, and why: every day, counted or not.")
final class DueCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1", exclusive = true)
    private What what;

    @Option(
            names = "--from",
            description = "When it starts, such as 2025-09-26T10:00 or 2025-09-26 in Asia/Shanghai; default: now.")
    private String from;

    @Option(names = "--lang", defaultValue = "zh", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Language language;

    /** The languages of the law's explanations, by their tags. */
    enum Language {
        zh,
        en
    }

    /** A clock by its names, or a bare number of working days. */
    static final class What {
        @ArgGroup(exclusive = false)
        private ClockName clock;

        @Option(names = "--working-days", required = true, description = "A bare number of working days.")
        private int workingDays;
    }

    /** The three names of a clock. */
    static final class ClockName {
        @Option(names = "--pack", defaultValue = "hebei-2022", description = "The law; default ${DEFAULT-VALUE}.")
        private String pack;

        @Option(names = "--procedure", required = true, description = "Such as share-request-conditional.")
        private String procedure;

        @Option(names = "--clock", required = true, description = "The clock's name in the procedure.")
        private String name;
    }

    @Override
    public Integer call() {
        WorkingCalendar calendar = WorkingCalendar.builtIn();
        DueQuestion question = new DueQuestion(Law.builtIn(), calendar);
        Instant start = from == null ? TimeSources.wall().instant() : question.moment(from);
        Explanation answer = what.clock == null
                ? question.workingDays(what.workingDays, start)
                : question.clock(what.clock.pack, what.clock.procedure, what.clock.name, start);
        spec.commandLine().getOut().println(answer.text(Locale.forLanguageTag(language.name())));
        return 0;
    }
}
