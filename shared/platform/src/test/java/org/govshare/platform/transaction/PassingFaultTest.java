package org.govshare.platform.transaction;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class PassingFaultTest {

    @Test
    void deadlockAndSerialisation_areCollisionsAndPass() {
        for (String state : List.of("40001", "40P01")) {
            assertTrue(PassingFault.isCollision(wrapped(state)), state);
            assertTrue(PassingFault.is(wrapped(state)), state);
        }
    }

    @Test
    void awayBusyOrTooSlow_pass() {
        for (String state : List.of("08006", "08001", "53300", "57014", "57P01", "57P03", "55P03", "25P03", "25006")) {
            assertTrue(PassingFault.is(wrapped(state)), state);
            assertFalse(PassingFault.isCollision(wrapped(state)), state);
        }
    }

    @Test
    void poolExhausted_passes() {
        assertTrue(PassingFault.is(new IllegalStateException(new SQLException("no connection in time"))));
    }

    @Test
    void commitWithoutAnswer_passes() {
        IllegalStateException undone = new IllegalStateException("not committed");
        undone.addSuppressed(new XAException(XAException.XAER_RMERR));
        assertTrue(PassingFault.is(undone));
    }

    @Test
    void constraintSyntaxOrPrivilege_doNotPass() {
        for (String state : List.of("23505", "42601", "42501", "22021")) {
            assertFalse(PassingFault.is(wrapped(state)), state);
        }
    }

    @Test
    void violatedConstraintInARollback_isPermanent() {
        IllegalStateException undone = new IllegalStateException(new XAException(XAException.XA_RBROLLBACK));
        undone.addSuppressed(new SQLException("constraint", "23505"));
        assertFalse(PassingFault.is(undone));
    }

    @Test
    void failureOutsideTheDatabase_isPermanent() {
        assertFalse(PassingFault.is(new IllegalStateException(new NullPointerException())));
    }

    @Test
    void causesInACircle_areLookedAtOnce() {
        Exception one = new IllegalStateException("one");
        Exception other = new IllegalStateException("other", one);
        one.initCause(other);
        assertFalse(PassingFault.is(one));
    }

    private static Throwable wrapped(String state) {
        return new IllegalStateException(new RuntimeException(new SQLException("refused", state)));
    }
}
