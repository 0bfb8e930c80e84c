package org.govshare.standalone.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
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
import org.govshare.regulation.pack.EffectiveClock;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.text.TextReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Answers when something is due and why, day by day, without a case and without a database. */
@Command(
        name = "due",
        description = {
            "Tell the last day of a clock of the law, or of a number of working days.",
            "--region asks all texts that rule a case there together, --pack one text alone."
        },
        footerHeading =
                "%nPrints the last day, which ends at 24:00 in Asia/Shanghai, and after a tab 'provisional' while the"
                        + " notice that will rule it is not out. A text that does not rule on the day of the start (not"
                        + " yet or no longer in force, replaced, switched off) is counted all the same: the line ends"
                        + " with a tab and 'not-in-force', standard error says why, and the exit status is 0.%n"
                        + "%n--explain and --json also tell what other texts say of such a case"
                        + " and the steps do not carry, each with its article.%n"
                        + "%n--region prints a line for each clock: its name, a tab, and the last day if it started then; with"
                        + " --clock only that one. A case stays under the law of the day on which it was raised: name that day"
                        + " with --on when the clock starts later. A clock that an act ends by a date is left out.%n"
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

    @Option(names = "--clock", description = "The clock's name in the procedure; with --pack it must be named.")
    private String clock;

    @Mixin
    private Notices notices;

    @Mixin
    private KnownLaw known;

    /** A clock of one text, those of all texts in a jurisdiction, a bare number of working days, or many of these on standard input. */
    static final class What {
        @ArgGroup(exclusive = false)
        private ClockName clock;

        @ArgGroup(exclusive = false)
        private Stack stack;

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

    /** The text and the procedure of a clock. */
    static final class ClockName {
        @Option(names = "--pack", required = true, description = "The law, by its pack's id; see packs list.")
        private String pack;

        @Option(names = "--procedure", required = true, description = "Such as share-request-conditional.")
        private String procedure;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        WorkingCalendar calendar = notices.calendar(err);
        if (what.batch) {
            return batch(calendar, out, err);
        }
        if (what.clock != null && clock == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--clock=<clock>'");
        }
        Law law = known.law(err);
        DueQuestion question = new DueQuestion(law, calendar);
        Instant start = from == null ? TimeSources.wall().instant() : question.moment(from);
        if (what.stack == null) {
            one(question, start, out, err);
        } else {
            StackAnswer answer = stack(question, law, start, calendar.dayOf(start));
            out.print(json ? answer.json() : answer.text());
        }
        out.flush();
        return 0;
    }

    private void one(DueQuestion question, Instant start, PrintWriter out, PrintWriter err) {
        Optional<Text> notInForce =
                Optional.ofNullable(what.clock).flatMap(named -> question.notInForce(named.pack, start));
        List<Addition> notCarried = Optional.ofNullable(what.clock)
                .map(named -> question.notCarried(named.pack, named.procedure, start))
                .orElse(List.of());
        DueAnswer answer =
                new DueAnswer(explanation(question, start), notCarried, notInForce, explain, language.locale());
        notInForce.ifPresent(words -> err.println("govshare: " + words.in(language.locale())));
        out.print(json ? answer.json() : answer.text());
    }

    private Explanation explanation(DueQuestion question, Instant start) {
        if (what.clock != null) {
            return question.clock(what.clock.pack, what.clock.procedure, clock, start);
        }
        if (what.workingDays < 1) {
            throw new CommandException("a period has at least one working day");
        }
        return question.workingDays(what.workingDays, start);
    }

    private StackAnswer stack(DueQuestion question, Law law, Instant start, LocalDate today) {
        Matter matter = what.stack.matter(today);
        EffectiveProcedure ruling = Stack.ruling(law, matter, language.locale());
        List<Explanation> explanations = clocks(ruling).stream()
                .map(name -> question.clock(ruling, name, start))
                .toList();
        return new StackAnswer(ruling, matter.on(), explanations, explain, language.locale());
    }

    private List<String> clocks(EffectiveProcedure ruling) {
        if (clock != null) {
            return List.of(clock);
        }
        return ruling.clocks().values().stream()
                .filter(running -> running.rule().until().isEmpty())
                .map(EffectiveClock::name)
                .toList();
    }

    private static int batch(WorkingCalendar calendar, PrintWriter out, PrintWriter err) throws IOException {
        AtomicBoolean bad = new AtomicBoolean();
        BufferedReader lines = new BufferedReader(TextReader.of("standard input", System.in));
        try {
            new DueBatch(calendar).run(lines, out, flaw -> {
                bad.set(true);
                err.println("govshare: " + flaw);
            });
        } finally {
            out.flush();
        }
        return bad.get() ? 1 : 0;
    }
}
