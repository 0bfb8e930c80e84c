package org.govshare.platform.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** The methods of a path of REST resources, which a 405 must list in {@code Allow} (RFC 9110 section 15.5.6). */
@ApplicationScoped
public class AllowedMethods {

    /**
     * The methods of the resources whose templates match the path, and those that the framework adds; empty if none
     * matches.
     */
    public Set<String> at(String path) {
        String[] given = segments(path);
        Set<String> methods = new TreeSet<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String template, RuntimeResource resource) {
                        if (fit(segments(template), given)) {
                            methods.add(method);
                        }
                    }
                });
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    private static boolean fit(String[] template, String[] given) {
        if (template.length != given.length) {
            return false;
        }
        for (int i = 0; i < template.length; i++) {
            if (!template[i].startsWith("{") && !template[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    private static String[] segments(String path) {
        return path.replaceAll("^/+|/+$", "").split("/+");
    }
}
