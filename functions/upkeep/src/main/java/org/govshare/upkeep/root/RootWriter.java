package org.govshare.upkeep.root;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.sql.Sql;

/**
 * Writes the next root: first the heads, in a transaction of their own, then the signed line. After a crash between the
 * two a mark remains, and the next run signs these heads. Only one writer writes at a time; others do nothing.
 */
public final class RootWriter {
    static final String LOCK = "hashtextextended('govshare trail roots', 0)";

    private static final String BOUND = """
            select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)
            """;
    private static final String CHANGED = """
            select distinct chain from govshare.audit_entry where txid >= cast(cast(:since as text) as xid8)
            """;
    private static final String EVERY =
            "select distinct chain from govshare.audit_entry where cast(:since as text) is not null";
    private static final String COLLECT = """
            insert into govshare.trail_root_head (root, chain, seq, hash, signed_at)
            select :root, c.chain, h.seq, h.hash, :signed from (%s) c
             cross join lateral (select seq, hash from govshare.audit_entry e
                                  where e.chain = c.chain order by seq desc limit 1) h
              left join lateral (select seq from govshare.trail_root_head r
                                  where r.chain = c.chain and r.root > 0 order by seq desc limit 1) p on true
             where h.seq > coalesce(p.seq, 0)
            """;
    private static final String COUNT = """
            select count(*) filter (where p.seq is null), coalesce(sum(h.seq - coalesce(p.seq, 0)), 0)
              from govshare.trail_root_head h
              left join lateral (select seq from govshare.trail_root_head r
                                  where r.chain = h.chain and r.seq < h.seq and r.root > 0 order by seq desc limit 1) p on true
             where h.root = :root
            """;

    private final RootsFile file;
    private final PrivateKey key;
    private final Clock wall;

    public RootWriter(RootsFile file, String privateKeyPem, Clock wall) {
        this.file = file;
        this.key = RootKeys.privateKey(privateKeyPem);
        this.wall = wall;
    }

    /**
     * Signs the chains that have changed.
     *
     * @param connection must have no open transaction; has none afterwards
     * @return how many roots there are now; empty if another process is writing one
     */
    public Optional<Long> write(Connection connection) throws SQLException {
        if (!tryLock(connection)) {
            return Optional.empty();
        }
        connection.setAutoCommit(false);
        try {
            long n = locked(connection);
            connection.commit();
            return Optional.of(n);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file.path() + " cannot be read or written", e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            unlock(connection);
        }
    }

    private long locked(Connection connection) throws SQLException, IOException {
        if (file.pending().isPresent()) {
            file.dropHalfLine();
        }
        Optional<Root> last = file.last();
        long n = last.map(Root::n).orElse(0L) + 1;
        long stored = number(connection, "select coalesce(max(root), 0) from govshare.trail_root_head");
        if (stored > n || (stored == n && !file.pending().equals(Optional.of(n)))) {
            throw new CommandException("the database knows root " + stored + ", but " + file.path() + " ends with root "
                    + (n - 1) + ": restore the whole file");
        }
        file.begin(n);
        long bound = last.map(Root::bound).orElse(0L);
        if (stored < n) {
            long now = number(connection, BOUND);
            if (!collect(connection, n, last.isEmpty() || now < bound, bound)) {
                file.abandon();
                return n - 1;
            }
            connection.commit();
            bound = now;
        }
        file.append(signed(connection, n, last, bound));
        return n;
    }

    /**
     * Whether any chain has changed. If the counter of transactions is lower than before, this is another server: then
     * all chains are read.
     */
    private boolean collect(Connection connection, long n, boolean all, long since) throws SQLException {
        return Sql.on(connection, COLLECT.formatted(all ? EVERY : CHANGED))
                        .bind("root", n)
                        .bind("signed", wall.instant())
                        .bind("since", Long.toString(since))
                        .update()
                > 0;
    }

    private Root signed(Connection connection, long n, Optional<Root> last, long bound) throws SQLException {
        RootHeads.Group group = group(connection, n);
        Root root = Sql.on(connection, COUNT)
                .bind("root", n)
                .one(row -> new Root(
                        n,
                        last.map(Root::hash).orElse(Root.NO_PREVIOUS),
                        wall.instant().truncatedTo(ChronoUnit.SECONDS),
                        bound,
                        last.map(Root::chains).orElse(0L) + row.getLong(1),
                        last.map(Root::entries).orElse(0L) + row.getLong(2),
                        group.heads(),
                        group.digest(),
                        ""));
        return root.with(RootKeys.sign(key, root.signed()));
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        return Sql.on(connection, "select pg_try_advisory_lock(" + LOCK + ")").one(row -> row.getBoolean(1));
    }

    private static void unlock(Connection connection) throws SQLException {
        Sql.on(connection, "select pg_advisory_unlock(" + LOCK + ")").run();
    }

    private static RootHeads.Group group(Connection connection, long n) throws SQLException {
        try (RootHeads heads = RootHeads.between(connection, n, n)) {
            return heads.next();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Sql.on(connection, sql).one(row -> row.getLong(1));
    }
}
