package org.govshare.backflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.backflow.RowsWithoutCity.Key;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CallerProducer;
import org.govshare.platform.language.InWantedLanguage;
import org.govshare.platform.language.Languages;
import org.govshare.platform.query.Query;

/** Shows callers that may see streams which records are in no stream: counts and codes, never the content. */
@Path("/backflow/rows-without-city")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "back-flow")
public class RowsWithoutCityResource {
    private static final int DEFAULT_ROWS = 50;
    private static final int MOST_ROWS = 200;
    private static final int PROVINCE_DIGITS = 2;

    private final CallerProducer callers;
    private final CityAccess access;
    private final RowsWithoutCity rows;
    private final Query query;

    RowsWithoutCityResource(CallerProducer callers, CityAccess access, RowsWithoutCity rows, Query query) {
        this.callers = callers;
        this.access = access;
        this.rows = rows;
        this.query = query;
    }

    /** Rows by dataset and region code; {@code next} is the value of {@code after} for the following page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<RowsWithoutCityView> items, String next) {}

    @InWantedLanguage
    @GET
    @Operation(
            summary = "Count the records that belong to no city, by dataset and region code, in the provinces of the"
                    + " cities whose streams you may see; the platform's operator sees all codes")
    public Items list(
            @QueryParam("after") String after, @QueryParam("limit") String limit, @Context HttpHeaders headers) {
        int most = query.limit(limit, DEFAULT_ROWS, MOST_ROWS);
        Key cursor = query.after(after, Key::parse).orElse(Key.FIRST);
        query.check();
        Caller caller = callers.caller();
        List<RowsWithoutCityView> found = rows.page(
                caller.operatesThePlatform(),
                provinces(caller),
                cursor,
                most + 1,
                Languages.wanted(headers).get(0));
        if (found.size() <= most) {
            return new Items(found, null);
        }
        RowsWithoutCityView last = found.get(most - 1);
        return new Items(found.subList(0, most), new Key(last.dataset(), last.region()).text());
    }

    private List<String> provinces(Caller caller) {
        return access.visible(caller).stream()
                .map(city -> city.substring(0, PROVINCE_DIGITS))
                .distinct()
                .toList();
    }
}
