package org.govshare.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.identity.CreditCode;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.query.Query;
import org.govshare.registry.Dataset;
import org.govshare.registry.DatasetFilter;
import org.govshare.registry.DatasetPage;
import org.govshare.registry.Registry;
import org.govshare.registry.RegistryMessages;
import org.govshare.regulation.grammar.ShareClass;

/** The catalogue (目录), which requesters search before they request data. */
@Path("/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "datasets", description = "目录: the entries that can be requested")
public class DatasetResource {
    private static final int DEFAULT_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Registry registry;
    private final Query query;

    DatasetResource(Registry registry, Query query) {
        this.registry = registry;
        this.query = query;
    }

    /** A page of the catalogue; {@code next} is the value of {@code after} for the following page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Dataset> items, String next) {}

    @GET
    @Operation(summary = "List catalogue entries by id")
    public Page list(
            @QueryParam("q") String text,
            @QueryParam("provider") String provider,
            @QueryParam("shareClass") String shareClass,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        DatasetFilter filter = new DatasetFilter(
                Optional.ofNullable(text),
                query.value(
                        "provider",
                        provider,
                        code -> Optional.of(code).filter(CreditCode::isValid),
                        PlatformMessages.MUST_BE_CREDIT_CODE),
                query.value("shareClass", shareClass, DatasetResource::parse, RegistryMessages.MUST_BE_SHARE_CLASS));
        int entries = query.limit(limit, DEFAULT_PAGE, LARGEST_PAGE);
        query.check();
        DatasetPage page = registry.datasets(filter, Optional.ofNullable(after), entries);
        return new Page(page.entries(), page.after().orElse(null));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one catalogue entry")
    public Dataset read(@PathParam("id") String id) {
        return registry.dataset(id).orElseThrow(() -> Problem.notFound().asException());
    }

    private static Optional<ShareClass> parse(String name) {
        return Arrays.stream(ShareClass.values())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }
}
