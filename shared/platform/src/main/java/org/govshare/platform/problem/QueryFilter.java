package org.govshare.platform.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.regulation.pack.Text;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that the resource does not declare: a filter mistyped would otherwise show everything. */
public class QueryFilter {
    private static final Text UNKNOWN = new Text("没有这个参数", "is not a known parameter");

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(UriInfo uri, ResourceInfo resource) {
        Set<String> given = uri.getQueryParameters().keySet();
        if (given.isEmpty()) {
            return;
        }
        Set<String> known = declared.computeIfAbsent(resource.getResourceMethod(), QueryFilter::names);
        List<Violation> violations = given.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Violation(name.replace("\0", ""), "unknown", UNKNOWN))
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
    }

    private static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters()).flatMap(QueryFilter::names).collect(Collectors.toSet());
    }

    /** A class of parameters is registered for reflection, so that a native build finds its fields. */
    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Arrays.stream(parameter.getType().getDeclaredFields())
                    .map(QueryFilter::annotation)
                    .flatMap(Optional::stream);
        }
        return Optional.ofNullable(parameter.getAnnotation(QueryParam.class)).map(QueryParam::value).stream();
    }

    private static Optional<String> annotation(Field field) {
        return Optional.ofNullable(field.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }
}
