package org.govshare.standalone.knative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.knative.eventing.v1.Trigger;
import io.fabric8.knative.serving.v1.Service;
import io.fabric8.knative.sources.v1.PingSource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.standalone.knative.Consumers.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests against the types of what they describe, and against the code that they run. */
class KnativeManifestsTest {
    private static final String PING = "dev.knative.sources.ping";
    private static final String VISIBILITY = "networking.knative.dev/visibility";
    private static final int CONNECTIONS = 97;
    /** As measured, at the 200m of a processor that a function asks for. */
    private static final int SECONDS_TO_READY = 50;

    @Test
    void eachDocument_hasOnlyFieldsThatItsTypeKnows() {
        Manifests.base();
        Manifests.files()
                .filter(Manifests::isResource)
                .forEach(file -> Manifests.documents(file).forEach(Manifests::read));
    }

    @Test
    void unknownField_isRefusedByName() throws IOException {
        JsonNode broken = Manifests.documents("""
                {apiVersion: eventing.knative.dev/v1, kind: Trigger, metadata: {name: t}, spec: {brocker: default}}
                """).get(0);
        AssertionError refused = assertThrows(AssertionError.class, () -> Manifests.read(broken));
        assertTrue(refused.getMessage().contains("brocker"), refused.getMessage());
    }

    @Test
    void eachKustomization_listsWhatIsThere_andTheBaseAllOfIt() {
        Manifests.files()
                .filter(Manifests::isKustomization)
                .forEach(file -> references(file)
                        .forEach(path ->
                                assertTrue(Files.exists(path), file + " lists " + path + ", which is not there")));
        Path base = Manifests.FOLDER.resolve("base");
        Set<Path> there = Manifests.files()
                .filter(file -> file.startsWith(base) && !Manifests.isKustomization(file))
                .collect(Collectors.toSet());
        assertEquals(there, references(base.resolve("kustomization.yaml")).collect(Collectors.toSet()));
    }

    @Test
    void eachTypeOfOurs_hasOneConsumerAndOneTrigger() throws IOException {
        Map<String, String> consumers = Consumers.all().stream()
                .filter(consumer -> !PING.equals(consumer.type()))
                .collect(Collectors.toMap(Consumer::type, Consumer::service));
        Map<String, String> triggers = Manifests.base(Trigger.class).stream()
                .collect(Collectors.toMap(
                        trigger -> trigger.getSpec().getFilter().getAttributes().get("type"),
                        trigger -> trigger.getSpec().getSubscriber().getRef().getName()));
        assertFalse(consumers.isEmpty());
        assertEquals(consumers, triggers);
    }

    @Test
    void eachPingSource_meetsTheOneFunctionThatItWakes() throws IOException {
        Map<Map<String, String>, String> consumers = Consumers.all().stream()
                .filter(consumer -> PING.equals(consumer.type()))
                .collect(Collectors.toMap(Consumer::attributes, Consumer::service));
        Map<Map<String, String>, String> pings = Manifests.base(PingSource.class).stream()
                .collect(Collectors.toMap(
                        ping -> ping.getSpec().getCeOverrides().getExtensions(),
                        ping -> ping.getSpec().getSink().getRef().getName()));
        assertEquals(consumers, pings);
    }

    @Test
    void innerServices_areThoseOfConsumers_clusterLocalAndWithoutFrontDoor() throws IOException {
        Set<String> inner = new TreeSet<>();
        for (Service service : Manifests.functions()) {
            String name = service.getMetadata().getName();
            boolean local =
                    "cluster-local".equals(service.getMetadata().getLabels().get(VISIBILITY));
            assertEquals(name.endsWith("-inner"), local, name);
            assertEquals(local ? "inner" : "front", environment(service).get("GOVSHARE_ENTRANCE"), name);
            assertTrue(name.startsWith(service.getMetadata().getLabels().get("app.kubernetes.io/name")), name);
            assertTrue(Files.isDirectory(Path.of("..", name.replace("-inner", ""))), name + " is no function");
            if (local) {
                inner.add(name);
            }
        }
        assertEquals(
                Consumers.all().stream().map(Consumer::service).collect(Collectors.toCollection(TreeSet::new)), inner);
    }

    @Test
    void eachFunction_runsBoundedAndWithoutPrivileges() {
        for (Service service : Manifests.functions()) {
            Container container = container(service);
            var context = container.getSecurityContext();
            assertTrue(context.getRunAsNonRoot() && context.getReadOnlyRootFilesystem());
            assertFalse(context.getAllowPrivilegeEscalation());
            assertEquals(List.of("ALL"), context.getCapabilities().getDrop());
            assertEquals(
                    "/q/health/ready",
                    container.getReadinessProbe().getHttpGet().getPath());
            Probe startup = container.getStartupProbe();
            assertEquals("/q/health/started", startup.getHttpGet().getPath());
            assertTrue(startup.getPeriodSeconds() * startup.getFailureThreshold() >= 3 * SECONDS_TO_READY);
            assertTrue(container.getResources().getRequests().keySet().containsAll(Set.of("cpu", "memory")));
        }
    }

    @Test
    void eachProcessWithArguments_readsThemAsUtf8() {
        List<Container> given = Stream.of(
                        Manifests.functions().stream().map(KnativeManifestsTest::container),
                        Manifests.base(Job.class).stream()
                                .flatMap(job -> job.getSpec().getTemplate().getSpec().getContainers().stream()),
                        Manifests.base(CronJob.class).stream()
                                .flatMap(
                                        job -> job
                                                .getSpec()
                                                .getJobTemplate()
                                                .getSpec()
                                                .getTemplate()
                                                .getSpec()
                                                .getContainers()
                                                .stream()))
                .flatMap(containers -> containers)
                .filter(container -> !container.getArgs().isEmpty())
                .toList();
        assertEquals(3, given.size());
        given.forEach(container ->
                assertTrue(container.getEnv().contains(new EnvVar("LC_ALL", "C.UTF-8", null)), container.getName()));
    }

    @Test
    void allReplicas_fitIntoTheDatabasesConnections() {
        int each = Integer.parseInt(configuration().get("QUARKUS_DATASOURCE_JDBC_MAX_SIZE"));
        int replicas = Manifests.functions().stream()
                .map(service -> service.getSpec().getTemplate().getMetadata().getAnnotations())
                .mapToInt(annotations -> Integer.parseInt(annotations.get("autoscaling.knative.dev/max-scale")))
                .sum();
        int jobs =
                Manifests.base(Job.class).size() + Manifests.base(CronJob.class).size();
        assertTrue(
                each * replicas + jobs <= CONNECTIONS,
                each + " connections in each of " + replicas + ", and one in each of " + jobs + " jobs");
    }

    @Test
    void ourNamesInTheEnvironment_areReadByTheCode() throws IOException {
        Set<String> known = KnownSettings.names();
        Predicate<String> ours = name -> name.startsWith("GOVSHARE_") || name.startsWith("MP_JWT_");
        Stream<String> used = Stream.of(
                        configuration().keySet().stream(),
                        Manifests.functions().stream().flatMap(service -> environment(service).keySet().stream()),
                        secrets("govshare-functions").getStringData().keySet().stream())
                .flatMap(names -> names);
        assertEquals(
                List.of(),
                used.filter(ours).filter(name -> !known.contains(name)).toList());
    }

    @Test
    void eachFunction_isGivenWhatItTakesNoCommandWithout() {
        for (Service service : Manifests.functions()) {
            assertEquals(
                    List.of("govshare-functions"),
                    container(service).getEnvFrom().stream()
                            .filter(from -> from.getSecretRef() != null)
                            .map(from -> from.getSecretRef().getName())
                            .toList());
        }
        assertEquals(
                Set.of("GOVSHARE_DB_URL", "GOVSHARE_DB_PASSWORD", "GOVSHARE_TRAIL_KEY"),
                secrets("govshare-functions").getStringData().keySet());
    }

    @Test
    void secrets_areNamedAndNeverFilled() {
        assertTrue(Manifests.base(Secret.class).isEmpty());
        for (String name :
                List.of("govshare-functions", "govshare-database-owner", "govshare-upkeep", "govshare-trail-root")) {
            Secret secret = secrets(name);
            assertTrue(secret.getData().isEmpty());
            secret.getStringData().forEach((key, value) -> assertEquals("", value, key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/example"})
    void kustomize_rendersWhatItsTypesKnow(String folder) throws IOException, InterruptedException {
        assumeTrue(present("kubectl"), "kubectl is not on this machine");
        Path rendered = Files.createTempFile("kustomize", ".yaml");
        try {
            Process kubectl = new ProcessBuilder(
                            "kubectl",
                            "kustomize",
                            Manifests.FOLDER.resolve(folder).toString())
                    .redirectOutput(rendered.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertEquals(0, kubectl.waitFor());
            long functions = Manifests.documents(rendered).stream()
                    .map(Manifests::read)
                    .filter(resource -> resource instanceof Service service
                            && container(service).getEnvFrom().size() == 2)
                    .count();
            assertEquals(Manifests.functions().size(), functions);
        } finally {
            Files.delete(rendered);
        }
    }

    @Test
    void nativeImages_askForLessMemory() throws IOException, InterruptedException {
        assumeTrue(present("kubectl"), "kubectl is not on this machine");
        Path place = Files.createDirectories(Path.of("target", "native-place"));
        Files.writeString(place.resolve("kustomization.yaml"), """
                resources: [../../../../knative/base]
                components: [../../../../knative/components/native]
                """);
        Path rendered = place.resolve("rendered.txt");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", place.toString())
                .redirectOutput(rendered.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, kubectl.waitFor());
        List<String> memory = Manifests.documents(rendered).stream()
                .map(Manifests::read)
                .filter(resource -> resource instanceof Service service
                        && "function".equals(service.getMetadata().getLabels().get(Manifests.COMPONENT)))
                .map(resource -> container((Service) resource).getResources())
                .map(asked -> asked.getRequests().get("memory") + " to "
                        + asked.getLimits().get("memory"))
                .toList();
        assertEquals(Collections.nCopies(Manifests.functions().size(), "160Mi to 256Mi"), memory);
    }

    private static boolean present(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Stream<Path> references(Path kustomization) {
        JsonNode root = Manifests.documents(kustomization).get(0);
        Stream.Builder<String> names = Stream.builder();
        root.path("resources").forEach(resource -> names.add(resource.asText()));
        root.path("patches").forEach(patch -> names.add(patch.path("path").asText()));
        return names.build().map(name -> kustomization.resolveSibling(name).normalize());
    }

    private static Secret secrets(String name) {
        return Manifests.documents(Manifests.FOLDER.resolve("overlays/example/secrets.example.yaml")).stream()
                .map(document -> (Secret) Manifests.read(document))
                .filter(secret -> name.equals(secret.getMetadata().getName()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> configuration() {
        return Manifests.base(ConfigMap.class).get(0).getData();
    }

    private static Container container(Service service) {
        return service.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    private static Map<String, String> environment(Service service) {
        return container(service).getEnv().stream().collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }
}
