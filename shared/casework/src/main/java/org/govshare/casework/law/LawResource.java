package org.govshare.casework.law;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.platform.language.InWantedLanguage;
import org.govshare.platform.language.Languages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.query.Query;
import org.govshare.platform.time.LawTime;
import org.govshare.regulation.explanation.PackTable;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;

/** The law as this process holds it: which texts there are, and which of them rule what, where and when. */
@Path("/law")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "law", description = "规定: packs, and which of them rule a case")
public class LawResource {
    private final LawBook book;
    private final Clock lawTime;
    private final Query query;

    LawResource(LawBook book, @LawTime Clock lawTime, Query query) {
        this.book = book;
        this.lawTime = lawTime;
        this.query = query;
    }

    /**
     * All packs, in the order in which they were loaded.
     *
     * @param broken packs that did not load, which close their jurisdictions to new cases
     */
    public record Packs(List<PackView> items, List<BrokenView> broken) {}

    /** A pack that did not load, and the jurisdiction that it closes. */
    public record BrokenView(String id, String region) {}

    @InWantedLanguage
    @GET
    @Path("/packs")
    @Operation(summary = "List the packs, switched on or off")
    public Packs packs(@Context HttpHeaders headers) {
        Law law = book.law();
        Locale language = language(headers);
        return new Packs(
                law.packs().stream()
                        .map(pack -> PackView.of(pack, law.isOn(pack), language))
                        .toList(),
                law.broken().stream()
                        .map(pack -> new BrokenView(pack.id(), pack.region()))
                        .toList());
    }

    /** One pack as a table of its procedures, parties, steps and clocks, each with its article and what was chosen. */
    @InWantedLanguage
    @GET
    @Path("/packs/{id}")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(summary = "Read one pack as a table, in the language asked for")
    public String pack(@PathParam("id") String id, @Context HttpHeaders headers) {
        return book.law().packs().stream()
                .filter(pack -> pack.id().equals(id))
                .findFirst()
                .map(pack -> PackTable.of(pack, language(headers)))
                .orElseThrow(() -> Problem.notFound().asException());
    }

    @InWantedLanguage
    @GET
    @Path("/ruling")
    @Operation(summary = "Read which packs rule a kind of case, with each period, who set it and who gave way")
    public RulingView ruling(@BeanParam RulingParameters parameters, @Context HttpHeaders headers) {
        Matter matter = parameters.matter(query, book.dayOf(lawTime.instant()), book.kinds());
        return RulingView.of(book.law(), matter, language(headers));
    }

    private static Locale language(HttpHeaders headers) {
        return Languages.wanted(headers).get(0);
    }
}
