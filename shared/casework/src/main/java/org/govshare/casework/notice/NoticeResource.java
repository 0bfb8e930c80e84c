package org.govshare.casework.notice;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.casework.notice.NoticePage.NoticeView;
import org.govshare.platform.identity.CallerProducer;
import org.govshare.platform.json.Fields;
import org.govshare.platform.language.InWantedLanguage;
import org.govshare.platform.language.Languages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.query.Query;

/** Notices (督办通知) to the caller's own agency: read, or polled for what came since. */
@Path("/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notices", description = "督办通知: reminders, proposals, orders and circulars to your agency")
public class NoticeResource {
    private final NoticeList list;
    private final CallerProducer callers;
    private final Query query;

    NoticeResource(NoticeList list, CallerProducer callers, Query query) {
        this.list = list;
        this.callers = callers;
        this.query = query;
    }

    @InWantedLanguage
    @GET
    @Operation(summary = "List your agency's notices: the newest first, or what came after `after`, oldest first")
    public NoticePage list(@BeanParam NoticeParameters parameters, @Context HttpHeaders headers) {
        return list.list(callers.acting().agency(), parameters.filter(query), language(headers));
    }

    @InWantedLanguage
    @GET
    @Path("/{id}")
    @Operation(summary = "Read one notice to your agency, as its event names it")
    public NoticeView read(@PathParam("id") String id, @Context HttpHeaders headers) {
        String agency = callers.acting().agency();
        return Fields.parseUuid(id)
                .flatMap(uuid -> list.find(agency, uuid, language(headers)))
                .orElseThrow(() -> Problem.notFound().asException());
    }

    private static Locale language(HttpHeaders headers) {
        return Languages.wanted(headers).get(0);
    }
}
