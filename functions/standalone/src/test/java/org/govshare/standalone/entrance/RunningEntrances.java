package org.govshare.standalone.entrance;

import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.govshare.commands.CommandHandler;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** Every way into the application as it runs: what it serves, not what somebody wrote down that it serves. */
final class RunningEntrances {
    private RunningEntrances() {}

    /** REST routes as {@code GET /requests/{id}}. */
    static Set<String> rest() {
        return restByClass().keySet();
    }

    /** Event types that {@code POST /events} takes. */
    static Set<String> commands(Collection<CommandHandler> handlers) {
        return commandsByClass(handlers).keySet();
    }

    /** REST routes, and the class that answers each. */
    static Map<String, Class<?>> restByClass() {
        Map<String, Class<?>> found = new TreeMap<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        found.put(method + " " + path, resource.getResourceClass());
                    }
                });
        return found;
    }

    /** Event types of commands, and the class that handles each. */
    static Map<String, Class<?>> commandsByClass(Collection<CommandHandler> handlers) {
        Map<String, Class<?>> found = new TreeMap<>();
        handlers.forEach(handler -> handler.types().forEach(type -> found.put(type, handler.getClass())));
        return found;
    }

    /** Names of the functions that Funqy calls at {@code /}, and would call by name. */
    static Set<String> functions() {
        Set<String> names = new TreeSet<>();
        FunctionRecorder.registry.invokers().forEach(invoker -> names.add(invoker.getName()));
        return names;
    }

    /** Paths that have a route of their own beside REST: management, and what extensions add unasked. */
    static Set<String> routes(Router router) {
        Set<String> paths = new TreeSet<>();
        collect(router, "", paths);
        paths.removeAll(Set.of("/", "/q/"));
        return paths;
    }

    private static void collect(Router router, String above, Set<String> paths) {
        for (Route route : router.getRoutes()) {
            if (route.getPath() != null) {
                String path = (above + route.getPath()).replace("//", "/");
                paths.add(path);
                if (route.getSubRouter() != null) {
                    collect(route.getSubRouter(), path, paths);
                }
            }
        }
    }
}
