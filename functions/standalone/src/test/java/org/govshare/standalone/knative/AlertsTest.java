package org.govshare.standalone.knative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.knative.serving.v1.Service;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alerts' component: rules that a person can act on, and a Prometheus that reaches what they speak of. */
class AlertsTest {
    private static final int FUNCTIONS_PORT = 8080;

    @Test
    void eachAlert_waitsBeforeItFires_andSaysWhatIsWrongAndWhatToDo() throws IOException {
        String page = Files.readString(Path.of("../../docs/operations.md"));
        Set<String> names = new HashSet<>();
        for (Rule rule : Alerts.rules()) {
            assertTrue(names.add(rule.getAlert()), rule.getAlert() + " twice");
            assertTrue(rule.getFor().matches("[0-9]+m"), rule.getAlert());
            assertTrue(Set.of("warning", "critical").contains(rule.getLabels().get("severity")), rule.getAlert());
            assertTrue(rule.getAnnotations().get("summary").matches("[A-Z].*\\."), rule.getAlert());
            assertTrue(rule.getAnnotations().get("description").endsWith("."), rule.getAlert());
            assertTrue(page.contains("`" + rule.getAlert() + "`"), rule.getAlert() + " is not in operations.md");
        }
        assertFalse(names.isEmpty());
    }

    /** What is absent, or NaN, compares as false: without this one, an outage silences all others. */
    @Test
    void everyGroupOfGauges_isMissedWhenItHasNoValue() {
        Rule missing = Alerts.rules().stream()
                .filter(rule -> rule.getAlert().equals("GovshareGaugesMissing"))
                .findFirst()
                .orElseThrow();
        String expression = missing.getExpr().getStrVal();
        Set<String> groups = Alerts.metrics().stream().map(AlertsTest::group).collect(Collectors.toSet());
        assertEquals(Set.of("govshare_outbox", "govshare_rungs", "govshare_backflow", "govshare_trail"), groups);
        for (String group : groups) {
            assertTrue(expression.matches("(?s).*absent\\(" + group + "_[a-z_]+ >= 0\\).*"), group);
        }
    }

    private static String group(String metric) {
        return metric.replaceAll("^(govshare_[a-z]+)_.*", "$1");
    }

    @Test
    void prometheus_isLetIn_whereItReads_andReadsServicesThatAreThere() {
        PodMonitor read = Manifests.component("alerts/pods.yaml", PodMonitor.class);
        NetworkPolicy letIn = Manifests.component("alerts/network-policy.yaml", NetworkPolicy.class);
        LabelSelector pods = read.getSpec().getSelector();
        assertEquals(pods, letIn.getSpec().getPodSelector());
        assertEquals(
                "serving.knative.dev/service", pods.getMatchExpressions().get(0).getKey());
        Set<String> services = new HashSet<>(pods.getMatchExpressions().get(0).getValues());
        assertTrue(inner().containsAll(services), services::toString);

        assertEquals(
                "/q/metrics", read.getSpec().getPodMetricsEndpoints().get(0).getPath());
        var ingress = letIn.getSpec().getIngress();
        assertEquals(1, ingress.size());
        assertEquals(FUNCTIONS_PORT, ingress.get(0).getPorts().get(0).getPort().getIntVal());
        assertEquals(
                Map.of("govshare.org/scrapes", "true"),
                ingress.get(0).getFrom().get(0).getNamespaceSelector().getMatchLabels());
    }

    private static Set<String> inner() {
        return Manifests.functions().stream()
                .map(service -> service.getMetadata().getName())
                .filter(name -> name.endsWith("-inner"))
                .collect(Collectors.toSet());
    }

    @Test
    void rendered_theServicesThatShowGauges_neverSleep() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(f -> Files.isExecutable(Path.of(f, "kubectl"))),
                "kubectl is not on this machine");
        Path place = Files.createDirectories(Path.of("target", "alerts-place"));
        Files.writeString(place.resolve("kustomization.yaml"), """
                resources: [../../../../knative/base]
                components: [../../../../knative/components/alerts]
                """);
        Path rendered = place.resolve("rendered.txt");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", place.toString())
                .redirectOutput(rendered.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, kubectl.waitFor());
        List<String> awake = Manifests.documents(rendered).stream()
                .map(Manifests::read)
                .filter(resource -> resource instanceof Service)
                .map(Service.class::cast)
                .filter(service -> service.getMetadata().getName().endsWith("-inner"))
                .filter(service -> "1"
                        .equals(service.getSpec()
                                .getTemplate()
                                .getMetadata()
                                .getAnnotations()
                                .get("autoscaling.knative.dev/min-scale")))
                .map(service -> service.getMetadata().getName())
                .sorted()
                .toList();
        PodMonitor read = Manifests.component("alerts/pods.yaml", PodMonitor.class);
        assertEquals(
                read.getSpec().getSelector().getMatchExpressions().get(0).getValues().stream()
                        .sorted()
                        .toList(),
                awake);
    }
}
