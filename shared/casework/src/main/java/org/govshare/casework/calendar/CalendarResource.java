package org.govshare.casework.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.EntityManager;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.casework.command.Commands;
import org.govshare.regulation.calendar.HolidayNotice;

/** The working calendar: which notices rule, from which day on it is provisional, and how far a recount has got. */
@Path("/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar", description = "工作日历")
public class CalendarResource {
    private final CalendarBook book;
    private final Commands commands;
    private final EntityManager database;

    CalendarResource(CalendarBook book, Commands commands, EntityManager database) {
        this.book = book;
        this.commands = commands;
        this.database = database;
    }

    /**
     * The calendar in force.
     *
     * @param provisionalFrom first day that no notice rules yet
     * @param toRecount clocks that were last counted with an older version
     * @param moved due moments that this version moved
     */
    public record CalendarView(
            int version, LocalDate provisionalFrom, List<NoticeView> notices, long toRecount, long moved) {}

    /** One notice and where it can be read. */
    public record NoticeView(int year, List<String> addresses) {}

    /** Body of a new notice. */
    @Schema(name = "LoadNotice")
    record NoticeBody(
            @Schema(required = true, description = "The notice file's text, as docs/calendar.md describes it")
            String notice) {}

    @GET
    @Transactional
    @Operation(summary = "Read which notices rule and how far a recount has got")
    public CalendarView read() {
        CalendarBook.Edition edition = book.refresh();
        return new CalendarView(
                edition.version(),
                edition.calendar().provisionalFrom(),
                edition.calendar().notices().stream()
                        .map(CalendarResource::view)
                        .toList(),
                count("select count(*) from govshare.case_clock where calendar < ?1", edition.version()),
                count("select count(*) from govshare.due_journal where calendar = ?1", edition.version()));
    }

    @POST
    @Path("/notices")
    @Operation(summary = "Load a year's holiday notice (operators); every clock it touches is counted again")
    @RequestBody(content = @Content(schema = @Schema(implementation = NoticeBody.class)))
    public Response load(JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(LoadNotice.TYPE, data, headers);
    }

    private static NoticeView view(HolidayNotice notice) {
        return new NoticeView(notice.year(), notice.addresses());
    }

    private long count(String sql, int version) {
        return ((Number)
                        database.createNativeQuery(sql).setParameter(1, version).getSingleResult())
                .longValue();
    }
}
