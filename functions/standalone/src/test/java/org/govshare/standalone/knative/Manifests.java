package org.govshare.standalone.knative;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.knative.eventing.v1.Broker;
import io.fabric8.knative.eventing.v1.Trigger;
import io.fabric8.knative.serving.v1.Service;
import io.fabric8.knative.sources.v1.PingSource;
import io.fabric8.knative.sources.v1.SinkBinding;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The manifests under {@code knative/}, read strictly: what the type of a resource does not know is an error. */
final class Manifests {
    static final Path FOLDER = Path.of("..", "..", "knative");
    static final String COMPONENT = "app.kubernetes.io/component";

    private static final YAMLMapper STRICT = strict();
    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.ofEntries(
            Map.entry("v1 Namespace", Namespace.class),
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 Secret", Secret.class),
            Map.entry("v1 PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("batch/v1 Job", Job.class),
            Map.entry("batch/v1 CronJob", CronJob.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
            Map.entry("eventing.knative.dev/v1 Broker", Broker.class),
            Map.entry("eventing.knative.dev/v1 Trigger", Trigger.class),
            Map.entry("serving.knative.dev/v1 Service", Service.class),
            Map.entry("sources.knative.dev/v1 PingSource", PingSource.class),
            Map.entry("sources.knative.dev/v1 SinkBinding", SinkBinding.class));

    private Manifests() {}

    /** Every resource of the base, functions' Services with the patch that Kustomize gives them. */
    static List<HasMetadata> base() {
        JsonNode patch = patch(FOLDER.resolve("base/every-function.yaml"));
        return files().filter(file -> file.startsWith(FOLDER.resolve("base")))
                .filter(Manifests::isResource)
                .flatMap(file -> documents(file).stream())
                .map(document -> isFunction(document) ? JsonPatch.apply(patch, document) : document)
                .<HasMetadata>map(Manifests::read)
                .toList();
    }

    static <T> List<T> base(Class<T> type) {
        return base().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The only resource of a component's file. */
    static <T> T component(String file, Class<T> type) {
        List<JsonNode> documents = documents(FOLDER.resolve("components").resolve(file));
        if (documents.size() != 1) {
            throw new AssertionError(file + " holds " + documents.size() + " resources");
        }
        return type.cast(read(documents.get(0)));
    }

    static List<Service> functions() {
        return base(Service.class).stream()
                .filter(service ->
                        "function".equals(service.getMetadata().getLabels().get(COMPONENT)))
                .toList();
    }

    /** All YAML files, of the base and the overlays. */
    static Stream<Path> files() {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isKustomization(Path file) {
        return file.endsWith("kustomization.yaml");
    }

    static boolean isResource(Path file) {
        return !isKustomization(file) && !file.endsWith("every-function.yaml");
    }

    private static JsonNode patch(Path file) {
        try {
            return STRICT.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static List<JsonNode> documents(Path file) {
        try {
            return documents(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static List<JsonNode> documents(String yaml) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        try (var found = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            found.forEachRemaining(documents::add);
        }
        return documents;
    }

    /** Reads a resource by its kind; an unknown kind or field is an error that names it. */
    static HasMetadata read(JsonNode document) {
        String kind = document.path("apiVersion").asText() + " "
                + document.path("kind").asText();
        try {
            return STRICT.treeToValue(
                    document,
                    Optional.ofNullable(TYPES.get(kind))
                            .orElseThrow(() -> new AssertionError("a kind that nobody expects: " + kind)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(kind + " " + document.at("/metadata/name").asText() + ": " + e.getMessage(), e);
        }
    }

    private static boolean isFunction(JsonNode document) {
        return "Service".equals(document.path("kind").asText())
                && "function"
                        .equals(document.path("metadata")
                                .path("labels")
                                .path(COMPONENT)
                                .asText());
    }

    /** The models take what they do not know into a map; without that map Jackson refuses it. */
    private static YAMLMapper strict() {
        YAMLMapper mapper = new YAMLMapper();
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
            private static final long serialVersionUID = 1L;

            @Override
            public Boolean hasAnySetter(Annotated annotated) {
                return Boolean.FALSE;
            }
        });
        return mapper;
    }
}
