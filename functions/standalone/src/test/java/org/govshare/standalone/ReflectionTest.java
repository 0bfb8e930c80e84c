package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.standalone.nativeimage.NativeCode;
import org.junit.jupiter.api.Test;

/**
 * A native build finds what a resource declares as its answer, and nothing else that is read or written as JSON: a record
 * near a bare mapper, a bare response or a native query must be registered, and so must the records within it. Judged by
 * what such a method names, takes and calls; a record that only passes through as an object or in a list is not seen.
 */
class ReflectionTest {
    private static final Set<Class<?>> MAPPERS = Set.of(ObjectMapper.class, ObjectReader.class, ObjectWriter.class);
    private static final Set<String> MAPPING = Set.of(
            "readValue", "convertValue", "treeToValue", "valueToTree", "writeValueAsString", "writeValueAsBytes");

    private final JavaClasses ours = NativeCode.ours();

    @Test
    void recordsAtABareMapperOrResponse_areRegistered() {
        Set<String> used = ours.stream()
                .filter(NativeCode::runs)
                .flatMap(type -> type.getCodeUnits().stream())
                .flatMap(ReflectionTest::handed)
                .filter(ReflectionTest::isOurRecord)
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(
                used.containsAll(Set.of(
                        "org.govshare.commands.EventsResource$EventResult",
                        "org.govshare.platform.problem.Problem",
                        "org.govshare.platform.problem.ProblemBody")),
                "the search still finds what it should: " + used);
        used.removeAll(registered());
        assertEquals(Set.of(), used, "not registered for reflection");
    }

    @Test
    void recordsWithinRegisteredOnes_areRegistered() {
        Set<String> registered = registered();
        Set<String> within = registered.stream()
                .filter(ours::contain)
                .flatMap(name -> ours.get(name).getFields().stream())
                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                .filter(ReflectionTest::isOurRecord)
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        within.removeAll(registered);
        assertEquals(Set.of(), within, "not registered for reflection");
    }

    /** What such a method may hand over: to a mapper or query what it names or takes, to a response what it makes or gets. */
    private static Stream<JavaClass> handed(JavaCodeUnit unit) {
        Stream<JavaClass> named = unit.getReferencedClassObjects().stream().map(ReferencedClassObject::getRawType);
        Stream<JavaClass> taken = unit.getRawParameterTypes().stream();
        Stream<JavaClass> made = unit.getConstructorCallsFromSelf().stream().map(call -> call.getTargetOwner());
        Stream<JavaClass> got = unit.getMethodCallsFromSelf().stream()
                .map(call -> call.getTarget().getRawReturnType());
        return Stream.of(
                        when(unit, call -> maps(call) || queries(call), named),
                        when(unit, ReflectionTest::maps, taken),
                        when(unit, call -> fills(call) || answers(call), made),
                        when(unit, ReflectionTest::fills, got))
                .flatMap(all -> all);
    }

    private static Stream<JavaClass> when(
            JavaCodeUnit unit, Predicate<JavaMethodCall> called, Stream<JavaClass> types) {
        return unit.getMethodCallsFromSelf().stream().anyMatch(called) ? types : Stream.empty();
    }

    private static boolean maps(JavaMethodCall call) {
        return MAPPERS.stream().anyMatch(call.getTargetOwner()::isEquivalentTo) && MAPPING.contains(call.getName());
    }

    private static boolean queries(JavaMethodCall call) {
        return call.getName().equals("createNativeQuery");
    }

    private static boolean fills(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(Response.ResponseBuilder.class)
                && call.getName().equals("entity");
    }

    private static boolean answers(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Response.class)
                && call.getName().equals("ok")
                && !call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static boolean isOurRecord(JavaClass type) {
        return type.isRecord() && type.getPackageName().startsWith("org.govshare.");
    }

    private Set<String> registered() {
        return ours.stream()
                .filter(type -> type.isAnnotatedWith(RegisterForReflection.class))
                .flatMap(type -> {
                    RegisterForReflection registered = type.getAnnotationOfType(RegisterForReflection.class);
                    return registered.targets().length + registered.classNames().length == 0
                            ? Stream.of(type.getName())
                            : Stream.of(registered.targets()).map(Class::getName);
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
