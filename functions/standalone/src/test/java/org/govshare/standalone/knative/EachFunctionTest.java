package org.govshare.standalone.knative;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.knative.serving.v1.Service;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.standalone.FunctionFolders;
import org.govshare.testkit.entrance.EntrancePart;
import org.junit.jupiter.api.Test;

/** What a folder under {@code functions/} needs outside itself before a cluster can run it. */
class EachFunctionTest {
    private static final Pattern TAKEN =
            Pattern.compile("(?m)^\\| `(org\\.govshare\\.[a-z.-]+\\.v1)` \\| ([a-z-]+) \\|");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    @Test
    void functionWithEntrances_isAnApplicationOfItsOwn() {
        assertEquals(FunctionFolders.applications(), FunctionFolders.withEntrances());
    }

    /** The rows are held against the running application by {@code EntranceMatrixQuarkusTest}. */
    @Test
    void functionWithEntrancesForOthers_hasItsPartOfTheEntranceMatrix() {
        Set<String> expected = FunctionFolders.withEntrancesForOthers().stream()
                .map(function -> "functions/" + function)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> parts = EntrancePart.all().stream()
                .map(EntrancePart::module)
                .filter(module -> module.startsWith("functions/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, parts);
    }

    @Test
    void application_hasAManifest_withAFrontDoorAndAnInnerOneForEvents() throws IOException {
        Set<String> expected = new TreeSet<>(FunctionFolders.applications());
        Consumers.all().forEach(consumer -> expected.add(consumer.service()));
        assertEquals(expected, names(Manifests.functions().stream()));
        for (String function : FunctionFolders.applications()) {
            Path manifest = Manifests.FOLDER.resolve("base/functions/" + function + ".yaml");
            Stream<Service> services =
                    Manifests.documents(manifest).stream().map(document -> (Service) Manifests.read(document));
            assertEquals(
                    Set.of("govshare/" + function),
                    services.map(EachFunctionTest::image).collect(Collectors.toSet()),
                    manifest.toString());
        }
    }

    @Test
    void overlay_saysWhereEachImageOfOursIs() {
        Set<String> used = new TreeSet<>();
        Manifests.functions().forEach(service -> used.add(image(service)));
        jobs().forEach(container -> used.add(container.getImage()));
        Set<String> placed = new TreeSet<>();
        JsonNode overlay = Manifests.documents(Manifests.FOLDER.resolve("overlays/example/kustomization.yaml"))
                .get(0);
        overlay.path("images").forEach(image -> placed.add(image.path("name").asText()));
        assertEquals(used, placed);
    }

    @Test
    void operationsPage_hasARowForEachFunction() throws IOException {
        String page = Files.readString(Path.of("../../docs/operations.md"));
        String section = page.substring(page.indexOf("## What runs where"), page.indexOf("## Tokens"));
        Set<String> rows = ROW.matcher(section)
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        rows.remove("dead-letters");
        assertEquals(FunctionFolders.all(), rows);
    }

    /** But for the holiday notice, which several front doors take and one function through a broker. */
    @Test
    void eventsPage_namesTheFunctionThatTakesEachCommand() throws IOException {
        String page = Files.readString(Path.of("../../docs/events.md"));
        Map<String, String> named = TAKEN.matcher(page.substring(0, page.indexOf("### Through a broker")))
                .results()
                .collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> row.group(2)));
        Map<String, String> taken = Consumers.all().stream()
                .filter(consumer -> named.containsKey(consumer.type()) || !inside(page, consumer.type()))
                .collect(Collectors.toMap(Consumers.Consumer::type, Consumers.Consumer::function));
        assertEquals("deadline-escalation", taken.remove("org.govshare.calendar.noticed.v1"));
        assertEquals(taken, named);
    }

    private static boolean inside(String page, String type) {
        return page.substring(page.indexOf("## Notifications and ticks")).contains("| `" + type + "`");
    }

    private static Stream<Container> jobs() {
        return Stream.concat(
                        Manifests.base(Job.class).stream().map(Job::getSpec),
                        Manifests.base(CronJob.class).stream()
                                .map(job -> job.getSpec().getJobTemplate().getSpec()))
                .flatMap(job -> job.getTemplate().getSpec().getContainers().stream());
    }

    private static String image(Service service) {
        List<Container> containers = service.getSpec().getTemplate().getSpec().getContainers();
        return containers.get(0).getImage();
    }

    private static Set<String> names(Stream<Service> services) {
        return services.map(service -> service.getMetadata().getName()).collect(Collectors.toCollection(TreeSet::new));
    }
}
