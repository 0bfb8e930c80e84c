package org.govshare.casework.calendar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.casework.calendar.CalendarBook.Edition;
import org.govshare.casework.messages.CaseworkMessages;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.commands.outbox.Outbox;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.json.CanonicalJson;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.registry.AgencyKind;
import org.govshare.registry.Registry;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.calendar.HolidayNotice;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.Text;

/**
 * An operator loads the State Council's holiday notice of a year; every clock that it touches is then counted again. Since it
 * rules all regions, it takes the platform's own operator, who acts for no agency, or one of an authority or a government.
 */
@ApplicationScoped
public class LoadNotice implements CommandHandler {
    public static final String TYPE = "org.govshare.calendar.noticed.v1";
    static final String TICK = "org.govshare.escalation.tick.v1";
    private static final int LONGEST = 20_000;

    private final Database database;
    private final CalendarBook book;
    private final Trail trail;
    private final Outbox outbox;
    private final Registry registry;

    LoadNotice(Database database, CalendarBook book, Trail trail, Outbox outbox, Registry registry) {
        this.database = database;
        this.book = book;
        this.trail = trail;
        this.outbox = outbox;
        this.registry = registry;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public boolean admits(Caller caller) {
        return caller.has(Roles.OPERATOR) && (caller.agency().isEmpty() || leads(caller.agency()));
    }

    private boolean leads(String agency) {
        return registry.agency(agency)
                .filter(registered -> registered.kind() != AgencyKind.AGENCY)
                .isPresent();
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        String content = data.longText("notice", LONGEST);
        data.check();
        HolidayNotice notice = read(content);
        database.call(connection -> Sql.on(
                        connection, "select 1 from pg_advisory_xact_lock(hashtextextended('holiday_notice', 0))")
                .any());
        Edition before = book.within();
        WorkingCalendar after = after(before, notice);
        Optional<LocalDate> changed = after.firstDifference(before.calendar());
        if (changed.isEmpty()) {
            enter(context, "loaded-notice-unchanged", notice, before.version(), content);
            return answer(200, before.version(), "unchanged");
        }
        int version = before.version() + 1;
        insert(version, notice, content, changed.get(), context);
        enter(context, "loaded-notice", notice, version, content);
        outbox.add(TICK, "recount", Map.of());
        return answer(201, version, "recounting");
    }

    private void enter(CommandContext context, String action, HolidayNotice notice, int version, String content) {
        trail.enter(TrailEntry.by(
                context.caller(),
                Optional.empty(),
                context.lawNow(),
                action,
                Map.of(
                        "year", Integer.toString(notice.year()),
                        "version", Integer.toString(version),
                        "content", CanonicalJson.sha256(content))));
    }

    private static WorkingCalendar after(Edition before, HolidayNotice notice) {
        try {
            return before.calendar().with(notice);
        } catch (RegulationException e) {
            throw Problem.field(notOfTheseYears(before)).asException();
        }
    }

    private static Violation notOfTheseYears(Edition before) {
        List<HolidayNotice> notices = before.calendar().notices();
        int first = notices.get(0).year();
        int next = notices.get(notices.size() - 1).year() + 1;
        return Violation.invalid("/notice", CaseworkMessages.mustBeNoticeOf(first, next));
    }

    private static HolidayNotice read(String content) {
        try {
            return HolidayNotice.read("notice", content);
        } catch (BrokenDocument e) {
            List<Violation> violations =
                    e.flaws().stream().map(LoadNotice::violation).toList();
            throw Problem.fields(violations).asException();
        }
    }

    private static Violation violation(Flaw flaw) {
        return Violation.invalid(
                "/notice",
                flaw.line() == 0
                        ? new Text(flaw.zh(), flaw.en())
                        : CaseworkMessages.atLine(flaw.line(), flaw.zh(), flaw.en()));
    }

    private void insert(int version, HolidayNotice notice, String content, LocalDate changed, CommandContext context) {
        database.call(connection -> Sql.on(connection, """
                        insert into govshare.holiday_notice (version, year, content, first_day, loaded_at)
                        values (:version, :year, :content, :first_day, :law_now)
                        """)
                .bind("version", version)
                .bind("year", notice.year())
                .bind("content", content)
                .bind("first_day", changed)
                .bind("law_now", context.lawNow())
                .update());
    }

    private static CommandResult answer(int status, int version, String state) {
        return new CommandResult.Accepted(
                status,
                JsonNodeFactory.instance.objectNode().put("version", version).put("state", state),
                Optional.of("/calendar"));
    }
}
