package org.govshare.standalone;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.time.TimeSources;
import org.govshare.regulation.calendar.HolidayNotice;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.standalone.CalendarApi.Standing;
import org.govshare.standalone.law.Notices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The working calendar: which notices are built in, and how the next one reaches a running server. */
@Command(name = "calendar", description = "Show the holiday notices, or load the next one into a running server.")
final class CalendarCommand {
    private static final Duration TOKEN_LIFE = Duration.ofHours(8);
    private static final String URL = "http://127.0.0.1:8080";

    @Spec
    private CommandSpec spec;

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Print the built-in notices, or the days that one of them rules.")
    int show(@Parameters(paramLabel = "YEAR", arity = "0..1", description = "Whose days to print.") Integer year) {
        WorkingCalendar calendar = WorkingCalendar.builtIn();
        if (year != null) {
            days(calendar, year);
            return 0;
        }
        for (HolidayNotice notice : calendar.notices()) {
            out().println(notice.year() + "  " + String.join(" ", notice.addresses()));
        }
        out().println("provisional from " + calendar.provisionalFrom());
        return 0;
    }

    private void days(WorkingCalendar calendar, int year) {
        HolidayNotice notice = calendar.notices().stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .orElseThrow(() -> new CommandException("no notice for " + year + " is built in"));
        notice.addresses().forEach(out()::println);
        notice.rulings()
                .forEach(
                        day -> out().println(day.date() + "\t" + (day.off() ? "off" : "work") + "\t" + day.festival()));
    }

    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description =
                    "Load a notice file (docs/calendar.md) and wait until every clock it touches is counted again.")
    int load(
            @Parameters(paramLabel = "FILE", description = "The notice file.") Path file,
            @Option(names = "--url", defaultValue = URL, description = "The server; default ${DEFAULT-VALUE}.") URI url,
            @Option(
                            names = "--token",
                            defaultValue = "${env:GOVSHARE_TOKEN:-}",
                            description = "An operator's token; default: GOVSHARE_TOKEN, or a development token.")
                    String token)
            throws InterruptedException {
        String text = Notices.text(file);
        HolidayNotice notice = HolidayNotice.read(file.toString(), text);
        Notices.warn(notice, spec.commandLine().getErr());
        CalendarApi api = new CalendarApi(url, token.isEmpty() ? developmentToken() : token);
        boolean changed = api.load(text);
        if (!changed) {
            out().println("the notice for " + notice.year() + " is loaded already; nothing changes");
        }
        Standing end = waitFor(api);
        out().println("calendar version " + end.version() + ", provisional from " + end.provisionalFrom() + "; moved "
                + end.moved() + " due moments");
        return 0;
    }

    /** Asks until no clock is behind; the recount goes on by itself if the command is ended before. */
    private Standing waitFor(CalendarApi api) throws InterruptedException {
        Standing standing = api.read();
        long told = -1;
        while (standing.toRecount() > 0) {
            if (standing.toRecount() != told) {
                told = standing.toRecount();
                out().println("to count again: " + told + " clocks, moved so far: " + standing.moved());
            }
            Thread.sleep(CalendarApi.PAUSE_MILLIS);
            standing = api.read();
        }
        return standing;
    }

    private static String developmentToken() {
        TokenIssuer.requireDevelopment(System.getenv());
        DevelopmentKeys keys = DevelopmentKeys.of(Home.open(System.getenv()));
        return new Tokens(keys.privateKey(), TimeSources.wall())
                .sign("operator@govshare", Map.of(), List.of(Role.operator.name()), TOKEN_LIFE);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
