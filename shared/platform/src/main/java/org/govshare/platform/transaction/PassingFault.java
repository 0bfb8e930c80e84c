package org.govshare.platform.transaction;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.transaction.xa.XAException;

/**
 * Distinguishes passing faults of the database (it does not answer, restarts, is overloaded, or rolled a transaction
 * back) from permanent ones. After a passing fault nothing was committed, or it is unknown whether it was: the command
 * may safely be sent again under its id.
 */
public final class PassingFault {
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01");
    /** Connection exceptions, rollbacks, insufficient resources, operator intervention (timeouts, shutdown). */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");
    /** Lock not available; idle in transaction or transaction too long; read-only, as a server is that lost its lead. */
    private static final Set<String> STATES = Set.of("55P03", "25P03", "25P04", "25006");

    private PassingFault() {}

    /** Whether PostgreSQL rolled back a transaction because of concurrent ones: deadlock, serialisation. */
    public static boolean isCollision(Throwable failure) {
        return states(failure).stream().anyMatch(COLLISIONS::contains);
    }

    /** Whether a failure came from the database and will pass. */
    public static boolean is(Throwable failure) {
        Set<String> states = states(failure);
        return !states.isEmpty() && states.stream().allMatch(PassingFault::passes);
    }

    private static boolean passes(String state) {
        return state.isEmpty() || STATES.contains(state) || CLASSES.contains(state.substring(0, 2));
    }

    /** The SQLSTATEs in the tree of causes; an empty text for a report of the pool or a commit without an answer. */
    public static Set<String> states(Throwable failure) {
        Set<String> states = new HashSet<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof SQLException refused) {
                states.add(refused.getSQLState() == null ? "" : refused.getSQLState());
            } else if (next instanceof XAException) {
                states.add("");
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            Collections.addAll(open, next.getSuppressed());
        }
        return states;
    }
}
