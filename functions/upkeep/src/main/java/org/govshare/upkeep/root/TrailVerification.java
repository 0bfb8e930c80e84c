package org.govshare.upkeep.root;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.govshare.platform.sql.Sql;

/**
 * Verifies the trail with the file of the roots and their public key. It reads one state of the database, while no root
 * is being written, as a stream: memory does not grow with the trail.
 */
public final class TrailVerification {
    private static final int MOST_FAULTS = 100;
    private static final String SNAPSHOT = "set transaction isolation level repeatable read read only";
    private static final String COUNTER = """
            select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)
            """;

    private final RootsFile file;
    private final PublicKey key;

    public TrailVerification(RootsFile file, String publicKeyPem) {
        this.file = file;
        this.key = RootKeys.publicKey(publicKeyPem);
    }

    /**
     * What to verify: the chain of one case or all chains, and the entries after a root; 0 for all. The roots after
     * that root are always verified.
     */
    public record Scope(Optional<UUID> caseId, long since) {
        public static final Scope ALL = new Scope(Optional.empty(), 0);
    }

    /** @param connection must have no open transaction; has none afterwards */
    public Verdict verify(Connection connection, Scope scope) throws SQLException {
        execute(connection, "select pg_advisory_lock_shared(" + RootWriter.LOCK + ")");
        connection.setAutoCommit(false);
        try {
            execute(connection, SNAPSHOT);
            // A hash join would first read one table completely, and lose the order of the other.
            execute(connection, "set local enable_hashjoin = off");
            return inOneState(connection, scope);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file.path() + " cannot be read", e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            execute(connection, "select pg_advisory_unlock_shared(" + RootWriter.LOCK + ")");
        }
    }

    private Verdict inOneState(Connection connection, Scope scope) throws SQLException, IOException {
        Faults faults = new Faults();
        RootsCheck roots = new RootsCheck(key, file, scope.since(), faults);
        roots.run(connection);
        long last = roots.last().map(Root::n).orElse(0L);
        long bound = roots.last().map(Root::bound).orElse(0L);
        // On a server other than the root's, numbers of transactions have no meaning.
        ChainsCheck chains = new ChainsCheck(last, counter(connection) < bound ? 0 : bound, faults);
        chains.run(connection, scope.since(), scope.caseId().map(id -> "case/" + id));
        return new Verdict(
                roots.verified(),
                last,
                roots.last().map(Root::at).orElse(null),
                chains.chains(),
                chains.entries(),
                chains.unprotected(),
                roots.interrupted(),
                faults.count,
                List.copyOf(faults.first));
    }

    private static long counter(Connection connection) throws SQLException {
        return Sql.on(connection, COUNTER).one(row -> row.getLong(1));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        Sql.on(connection, sql).run();
    }

    private static final class Faults implements Consumer<Fault> {
        private final List<Fault> first = new ArrayList<>();
        private long count;

        @Override
        public void accept(Fault fault) {
            count++;
            if (first.size() < MOST_FAULTS) {
                first.add(fault);
            }
        }
    }
}
