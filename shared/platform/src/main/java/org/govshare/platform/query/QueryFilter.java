package org.govshare.platform.query;

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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.text.VisibleText;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the resource does not declare (a mistyped filter would otherwise show everything), that
 * appear more than once (only one value would count), that have no value, or that contain a NUL (PostgreSQL cannot
 * store one). A resource that declares parameters checks them first, and then refuses all faults together.
 */
public class QueryFilter {
    private final Query query;
    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    QueryFilter(Query query) {
        this.query = query;
    }

    @ServerRequestFilter
    public void check(UriInfo uri, ResourceInfo resource) {
        Map<String, List<String>> given = uri.getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        Set<String> known = declared.computeIfAbsent(resource.getResourceMethod(), QueryFilter::names);
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                query.refuse(UnknownParameter.of(name, known));
            } else {
                flaw(name, values).ifPresent(query::refuse);
            }
        });
        if (known.isEmpty()) {
            query.check();
        }
    }

    private static Optional<Violation> flaw(String name, List<String> values) {
        if (values.size() > 1) {
            return Optional.of(Violation.invalid(name, PlatformMessages.ONLY_ONCE));
        }
        if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            return Optional.of(Violation.invalid(name, PlatformMessages.NO_NUL));
        }
        return values.stream().allMatch(VisibleText::isIn)
                ? Optional.empty()
                : Optional.of(new Violation(name, "missing", PlatformMessages.PARAMETER_EMPTY));
    }

    private static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(QueryFilter::names)
                .collect(Collectors.toCollection(TreeSet::new));
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
