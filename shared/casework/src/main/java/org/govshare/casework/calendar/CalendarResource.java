package org.govshare.casework.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.commands.Commands;
import org.govshare.platform.identity.CallerProducer;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.regulation.calendar.HolidayNotice;

/** The working calendar: which notices rule, from which day on it is provisional, and the progress of a recount. */
@Path("/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar", description = "工作日历")
public class CalendarResource {
    private static final String BEHIND = "select count(*) from govshare.case_clock where calendar < :version";
    private static final String MOVED = "select count(*) from govshare.due_journal where calendar = :version";

    private final CalendarBook book;
    private final Commands commands;
    private final CallerProducer callers;
    private final Database database;

    CalendarResource(CalendarBook book, Commands commands, CallerProducer callers, Database database) {
        this.book = book;
        this.commands = commands;
        this.callers = callers;
        this.database = database;
    }

    /**
     * The calendar in force.
     *
     * @param provisionalFrom first day that no notice rules yet
     * @param toRecount clocks that were last counted with an older version; shown to operators only, as {@code moved} is
     * @param moved due moments that this version moved
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CalendarView(
            int version, LocalDate provisionalFrom, List<NoticeView> notices, Long toRecount, Long moved) {}

    /** One notice and where it can be read. */
    public record NoticeView(int year, List<String> addresses) {}

    /** Body of a new notice. */
    @Schema(name = "LoadNotice")
    record NoticeBody(
            @Schema(required = true, description = "The notice file's text, as docs/calendar.md describes it")
            String notice) {}

    @GET
    @Transactional
    @Operation(summary = "Read which notices rule and, as an operator, the progress of a recount")
    public CalendarView read() {
        CalendarBook.Edition edition = book.refresh();
        boolean operator = callers.caller().has(Roles.OPERATOR);
        return new CalendarView(
                edition.version(),
                edition.calendar().provisionalFrom(),
                edition.calendar().notices().stream()
                        .map(CalendarResource::view)
                        .toList(),
                operator ? count(BEHIND, edition.version()) : null,
                operator ? count(MOVED, edition.version()) : null);
    }

    @POST
    @Path("/notices")
    @Operation(
            summary =
                    "Load a year's holiday notice (operators of the platform, an authority or a government); every clock it"
                            + " touches is counted again")
    @RequestBody(content = @Content(schema = @Schema(implementation = NoticeBody.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response load(JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(LoadNotice.TYPE, data, headers);
    }

    private static NoticeView view(HolidayNotice notice) {
        return new NoticeView(notice.year(), notice.addresses());
    }

    private Long count(String sql, int version) {
        return database.call(
                connection -> Sql.on(connection, sql).bind("version", version).one(row -> row.getLong(1)));
    }
}
