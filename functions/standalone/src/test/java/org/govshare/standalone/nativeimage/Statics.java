package org.govshare.standalone.nativeimage;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Channel;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The static fields of one class, once it is initialised, and what they lead to. */
final class Statics {
    private static final List<Class<?>> OF_THE_MACHINE = List.of(
            Random.class,
            Thread.class,
            ThreadGroup.class,
            Executor.class,
            Timer.class,
            Clock.class,
            Socket.class,
            ServerSocket.class,
            Channel.class,
            Process.class);

    private final Class<?> type;

    private Statics(Class<?> type) {
        this.type = type;
    }

    /** Initialises the class. One that lacks what it is made for, such as an optional library, cannot be in an executable. */
    static Statics of(String name) {
        try {
            return new Statics(Class.forName(name));
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return new Statics(Object.class);
        }
    }

    /** Of each static field that leads to such a thing: {@code class.field holds type}, in order. */
    List<String> held() {
        List<String> held = new ArrayList<>();
        for (Field field : fields(type, true)) {
            ofTheMachine(value(field, null))
                    .map(found -> type.getName() + "." + field.getName() + " holds " + found.getName())
                    .ifPresent(held::add);
        }
        Collections.sort(held);
        return held;
    }

    private static Optional<Class<?>> ofTheMachine(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> waiting = new ArrayDeque<>();
        Stream.ofNullable(root).forEach(waiting::add);
        while (!waiting.isEmpty()) {
            Object next = waiting.pop();
            if (OF_THE_MACHINE.stream().anyMatch(kind -> kind.isInstance(next))) {
                return Optional.<Class<?>>of(next.getClass());
            }
            if (seen.add(next)) {
                within(next).filter(value -> value != null).forEach(waiting::push);
            }
        }
        return Optional.empty();
    }

    private static Stream<?> within(Object value) {
        if (value instanceof Collection<?> all) {
            return new ArrayList<>(all).stream();
        } else if (value instanceof Map<?, ?> map) {
            return Stream.concat(new ArrayList<>(map.keySet()).stream(), new ArrayList<>(map.values()).stream());
        } else if (value instanceof Object[] array) {
            return Arrays.stream(array);
        } else if (value instanceof Optional<?> optional) {
            return optional.stream();
        } else if (value instanceof AtomicReference<?> reference) {
            return Stream.ofNullable(reference.get());
        }
        return value instanceof Class || Reachable.lookedAfter(value.getClass().getName())
                ? Stream.empty()
                : fields(value.getClass(), false).stream().map(field -> value(field, value));
    }

    private static List<Field> fields(Class<?> type, boolean ofTheClass) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> owner = type; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
            Arrays.stream(owner.getDeclaredFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()) == ofTheClass)
                    .filter(field -> !field.getType().isPrimitive())
                    .forEach(fields::add);
            if (ofTheClass) {
                break;
            }
        }
        return fields;
    }

    /** Null where Java does not show it: its own classes are left alone. */
    private static Object value(Field field, Object of) {
        try {
            return field.trySetAccessible() ? field.get(of) : null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }
}
