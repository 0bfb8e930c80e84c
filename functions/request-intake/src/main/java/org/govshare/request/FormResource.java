package org.govshare.request;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.casework.CaseFile;
import org.govshare.casework.CaseStore;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.view.CaseReader;
import org.govshare.casework.view.CaseView;
import org.govshare.platform.identity.CallerProducer;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;
import org.govshare.registry.Dataset;
import org.govshare.registry.DatasetField;
import org.govshare.registry.Registry;

/**
 * The written form of a request (需求申请表), an A4 page in Chinese made for printing: under Shenyang's measures of 2016 it went to the
 * provider on paper, and its receipt started the provider's clock (Shenyang art. 20 (4)).
 */
@Path("/requests/{id}/form")
@Tag(name = "requests")
public class FormResource {
    private final CaseReader reader;
    private final CallerProducer callers;
    private final LawBook law;
    private final Registry registry;

    FormResource(CaseReader reader, CallerProducer callers, LawBook law, Registry registry) {
        this.reader = reader;
        this.callers = callers;
        this.law = law;
        this.registry = registry;
    }

    /** One line of the form. */
    public record Line(String title, String value) {}

    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance form(CaseView request, Dataset dataset, LocalDate day, List<Line> lines);
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(summary = "The request as a form to print, in Chinese")
    public TemplateInstance form(@PathParam("id") String id) {
        CaseView request = Fields.parseUuid(id)
                .flatMap(
                        uuid -> reader.read(callers.caller(), law.kindsRunAs(ShareRequests.KIND), uuid, Locale.CHINESE))
                .orElseThrow(() -> Problem.notFound().asException());
        Dataset dataset = registry.dataset(request.dataset()).orElseThrow();
        return Templates.form(request, dataset, law.dayOf(request.openedAt()), lines(request, dataset));
    }

    /** What the texts of the case have a request state, in their words. */
    private List<Line> lines(CaseView request, Dataset dataset) {
        CaseFile file = CaseFile.findById(request.id());
        return law.procedure(CaseStore.ref(file)).procedure().opening().stream()
                .flatMap(opening -> Stream.concat(opening.requires().stream(), opening.mayState().stream()))
                .map(field -> new Line(field.title().zh(), value(field.name(), request.facts(), dataset)))
                .toList();
    }

    private static String value(String field, Map<String, String> facts, Dataset dataset) {
        String stated = facts.getOrDefault(field, "");
        return field.equals(DataItems.FIELD) ? titles(stated, dataset) : stated;
    }

    /** The items' titles where the catalogue has them; all of them when none is named. */
    private static String titles(String items, Dataset dataset) {
        List<String> wanted = DataItems.split(items);
        return dataset.fields().stream()
                .filter(field -> items.isEmpty() || wanted.contains(field.name()))
                .map(DatasetField::title)
                .reduce((all, next) -> all + "、" + next)
                .orElse(items);
    }
}
