package org.govshare.standalone.nativeimage;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes that ours lead to, in libraries that no Quarkus extension prepares for a native executable. */
final class Reachable {
    /** The JDK is the builder's own; each of the others is an extension's. */
    private static final List<String> LOOKED_AFTER = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "io.quarkus.",
            "io.vertx.",
            "io.netty.",
            "io.smallrye.",
            "io.micrometer.",
            "io.agroal.",
            "org.jboss.",
            "org.slf4j.",
            "org.hibernate.",
            "org.postgresql.",
            "org.eclipse.microprofile.",
            "com.fasterxml.jackson.",
            "com.github.benmanes.caffeine.");

    private Reachable() {}

    /** Their names, ours included. */
    static Set<String> classes() {
        Set<String> names = NativeCode.classes().map(JavaClass::getName).collect(Collectors.toCollection(TreeSet::new));
        Deque<String> waiting = new ArrayDeque<>(NativeCode.classes()
                .flatMap(Reachable::references)
                .filter(Reachable::ofALibrary)
                .toList());
        JavaClasses libraries = libraries(waiting);
        while (!waiting.isEmpty()) {
            String next = waiting.pop();
            if (libraries.contain(next) && names.add(next)) {
                references(libraries.get(next)).filter(Reachable::ofALibrary).forEach(waiting::push);
            }
        }
        return names;
    }

    private static boolean ofALibrary(String name) {
        return !lookedAfter(name) && !name.startsWith("org.govshare.");
    }

    static boolean lookedAfter(String name) {
        return LOOKED_AFTER.stream().anyMatch(name::startsWith);
    }

    private static Stream<String> references(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .map(JavaClass::getName);
    }

    /** The whole jars of the classes. */
    private static JavaClasses libraries(Collection<String> classes) {
        Set<Location> jars = new HashSet<>();
        for (String name : Set.copyOf(classes)) {
            String resource = name.replace('.', '/') + ".class";
            String url = String.valueOf(Reachable.class.getClassLoader().getResource(resource));
            if (url.startsWith("jar:")) {
                jars.add(Location.of(URI.create(url.substring(0, url.indexOf("!/") + 2))));
            }
        }
        return new ClassFileImporter().importLocations(jars);
    }
}
