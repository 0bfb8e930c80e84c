package org.govshare.standalone.nativeimage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Caffeine picks the class of a cache and that of its nodes by names made of the builder's settings, which no native build can
 * foresee. Each cache of ours is made here as it is made in production, and the names that it got must be registered.
 */
class CachesTest {

    @Test
    void eachCacheOfOurs_isRegisteredUnderTheNamesThatCaffeinePicks() throws Exception {
        List<JavaClass> makers =
                NativeCode.classes().filter(CachesTest::makesCaches).toList();
        assertEquals(
                Set.of(
                        "org.govshare.platform.identity.StrictTokens",
                        "org.govshare.platform.rate.Buckets",
                        "org.govshare.registry.Registry"),
                makers.stream().map(JavaClass::getName).collect(Collectors.toSet()));
        Set<String> names = new TreeSet<>();
        for (JavaClass maker : makers) {
            names.addAll(picked(maker));
        }
        names.removeAll(registered());
        assertEquals(Set.of(), names, "not registered for reflection");
    }

    @Test
    void anotherCombination_isMissed() throws Exception {
        JavaClass planted = new ClassFileImporter().importClass(Planted.class);
        Set<String> names = picked(planted);
        assertEquals(
                Set.of("com.github.benmanes.caffeine.cache.FSAW", "com.github.benmanes.caffeine.cache.WSAW"), names);
        names.removeAll(registered());
        assertEquals(2, names.size());
    }

    /** A cache as nobody of ours makes one. */
    static final class Planted {
        final Cache<String, String> cache = Caffeine.newBuilder()
                .weakKeys()
                .expireAfterAccess(Duration.ofSeconds(1))
                .expireAfterWrite(Duration.ofSeconds(1))
                .build();
    }

    private static boolean makesCaches(JavaClass type) {
        return builds(type) > 0;
    }

    private static long builds(JavaClass type) {
        return type.getMethodCallsFromSelf().stream().filter(CachesTest::builds).count();
    }

    private static boolean builds(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Caffeine.class)
                && call.getName().startsWith("build");
    }

    /** The names of the classes behind the caches that an instance holds in its fields, one for each that its class builds. */
    private static Set<String> picked(JavaClass maker) throws ReflectiveOperationException {
        Object instance = instance(maker.reflect());
        List<Object> caches = new ArrayList<>();
        for (Field field : instance.getClass().getDeclaredFields()) {
            if (Cache.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                caches.add(((Cache<?, ?>) field.get(instance)).asMap());
            }
        }
        assertEquals(builds(maker), caches.size(), maker.getName() + " keeps each cache that it builds in a field");
        Set<String> names = new TreeSet<>();
        for (Object cache : caches) {
            names.add(cache.getClass().getName());
            Field nodes = field(cache.getClass(), "nodeFactory");
            nodes.setAccessible(true);
            names.add(nodes.get(cache).getClass().getName());
        }
        return names;
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type + "." + name);
    }

    /** Made without what it works with: a cache's settings are the code's. */
    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                .map(CachesTest::argument)
                .toArray());
    }

    private static Object argument(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        return type == Clock.class ? Clock.systemUTC() : null;
    }

    private static Set<String> registered() {
        return NativeCode.ours().stream()
                .filter(type -> type.isAnnotatedWith(RegisterForReflection.class))
                .flatMap(type -> Arrays.stream(
                        type.getAnnotationOfType(RegisterForReflection.class).classNames()))
                .collect(Collectors.toSet());
    }
}
