package org.govshare.standalone.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.time.TimeSources;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.explanation.DueBatch;
import org.govshare.regulation.explanation.DueQuestion;
import org.govshare.regulation.explanation.Explanation;
import org.govshare.regulation.pack.Addition;
import org.govshare.regulation.text.TextReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers when something is due and why, day by day, without a case and without a database. */
@Command(
        name = "due",
        description = "Tell the last day of a clock of the law, or of a number of working days.",
        footerHeading =
                "%nPrints the last day, which ends at 24:00 in Asia/Shanghai, and after a tab 'provisional' while the"
                        + " notice that will rule it is not out. A text that does not rule on the day of the start (not"
                        + " yet or no longer in force, replaced, switched off) is counted all the same: the line ends"
                        + " with a tab and 'not-in-force', standard error says why, and the exit status is 0.%n"
                        + "%n--explain and --json also tell what texts above the one that was asked say of such a case"
                        + " and its steps do not carry, each with its article.%n"
                        + "%n--batch appends the last day, and 'provisional', to each line of standard input (received"
                        + " day, tab, working days); it asks the calendar and no text. A line that it can't read comes"
                        + " back as it is, is reported on standard error, and makes the exit status 1.%n")
public final class DueCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1", exclusive = true)
    private What what;

    @Option(
            names = "--from",
            description = "When it starts, such as 2025-09-26T10:00 or 2025-09-26 in Asia/Shanghai; default: now.")
    private String from;

    @Option(names = "--explain", description = "Tell every day, counted or not, why, and by which article and notice.")
    private boolean explain;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(names = "--lang", defaultValue = "zh", description = "zh or en; default ${DEFAULT-VALUE}.")
    private Language language;

    @Mixin
    private KnownLaw known;

    /** A clock by its names, a bare number of working days, or many of these on standard input. */
    static final class What {
        @ArgGroup(exclusive = false)
        private ClockName clock;

        @Option(names = "--working-days", required = true, description = "A bare number of working days.")
        private Integer workingDays;

        @Option(
                names = "--batch",
                required = true,
                description =
                        "Answer each line of standard input: a received day such as 2026-12-28, a tab, and a number"
                                + " of working days; further columns are kept.")
        private boolean batch;
    }

    /** The three names of a clock. */
    static final class ClockName {
        @Option(names = "--pack", required = true, description = "The law, by its pack's id; see packs list.")
        private String pack;

        @Option(names = "--procedure", required = true, description = "Such as share-request-conditional.")
        private String procedure;

        @Option(names = "--clock", required = true, description = "The clock's name in the procedure.")
        private String name;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (what.batch) {
            return batch(out, err);
        }
        DueQuestion question = new DueQuestion(known.law(err), WorkingCalendar.builtIn());
        Instant start = from == null ? TimeSources.wall().instant() : question.moment(from);
        Optional<Text> notInForce =
                Optional.ofNullable(what.clock).flatMap(clock -> question.notInForce(clock.pack, start));
        List<Addition> notCarried = Optional.ofNullable(what.clock)
                .map(clock -> question.notCarried(clock.pack, clock.procedure, start))
                .orElse(List.of());
        DueAnswer answer =
                new DueAnswer(explanation(question, start), notCarried, notInForce, explain, language.locale());
        notInForce.ifPresent(words -> err.println("govshare: " + words.in(language.locale())));
        out.print(json ? answer.json() : answer.text());
        out.flush();
        return 0;
    }

    private Explanation explanation(DueQuestion question, Instant start) {
        if (what.clock != null) {
            return question.clock(what.clock.pack, what.clock.procedure, what.clock.name, start);
        }
        if (what.workingDays < 1) {
            throw new CommandException("a period has at least one working day");
        }
        return question.workingDays(what.workingDays, start);
    }

    private static int batch(PrintWriter out, PrintWriter err) throws IOException {
        AtomicBoolean bad = new AtomicBoolean();
        BufferedReader lines = new BufferedReader(TextReader.of("standard input", System.in));
        try {
            new DueBatch(WorkingCalendar.builtIn()).run(lines, out, flaw -> {
                bad.set(true);
                err.println("govshare: " + flaw);
            });
        } finally {
            out.flush();
        }
        return bad.get() ? 1 : 0;
    }
}
