package org.govshare.standalone.knative;

import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of {@code knative/components/alerts}. */
final class Alerts {
    private static final Pattern METRIC = Pattern.compile("[a-z_]{4,}");
    private static final Set<String> FUNCTIONS = Set.of("absent");

    private Alerts() {}

    static List<Rule> rules() {
        return Manifests.component("alerts/rules.yaml", PrometheusRule.class).getSpec().getGroups().stream()
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    /** Every metric that an expression names, ours or not. */
    static Set<String> metrics() {
        Set<String> metrics = new TreeSet<>();
        for (Rule rule : rules()) {
            Matcher matcher = METRIC.matcher(rule.getExpr().getStrVal());
            while (matcher.find()) {
                metrics.add(matcher.group());
            }
        }
        metrics.removeAll(FUNCTIONS);
        return metrics;
    }
}
