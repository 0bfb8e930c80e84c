package org.govshare.casework.standin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.govshare.casework.view.CaseListParameters;
import org.govshare.casework.view.CasePage;
import org.govshare.casework.view.CaseView;
import org.govshare.casework.view.CaseViews;
import org.govshare.commands.Commands;
import org.govshare.platform.language.InWantedLanguage;

/** The commands and the views of a function at the path where the test kit calls it. */
@Path("/requests")
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {
    private static final Set<String> KINDS = Set.of(Submit.KIND);

    private final Commands commands;
    private final CaseViews views;

    RequestResource(Commands commands, CaseViews views) {
        this.commands = commands;
        this.views = views;
    }

    @POST
    public Response submit(JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(Submit.TYPE, data, headers);
    }

    @POST
    @Path("/{id}/actions")
    public Response act(@PathParam("id") String id, JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(Act.TYPE, Commands.about(Act.CASE, id, data), headers);
    }

    @GET
    public CasePage list(@BeanParam CaseListParameters parameters) {
        return views.list(KINDS, parameters);
    }

    @InWantedLanguage
    @GET
    @Path("/{id}")
    public CaseView read(@PathParam("id") String id, @Context HttpHeaders headers) {
        return views.read(KINDS, id, headers);
    }
}
