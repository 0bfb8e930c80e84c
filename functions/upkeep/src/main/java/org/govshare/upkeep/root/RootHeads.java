package org.govshare.upkeep.root;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.sql.SqlRows;

/** Reads the heads in the database root by root as a stream, and computes the digest of each root's heads. */
final class RootHeads implements AutoCloseable {
    private static final int FETCH = 1_000;
    private static final String SELECT = """
            select root, chain, seq, hash from govshare.trail_root_head where root >= :from and root <= :to
             order by root, chain collate "C"
            """;

    /** What the database has about one root. */
    record Group(long root, long heads, String digest) {}

    private final SqlRows rows;
    private final ResultSet row;
    private boolean more;

    private RootHeads(SqlRows rows) throws SQLException {
        this.rows = rows;
        this.row = rows.result();
        this.more = row.next();
    }

    /** The heads of roots from one number to another; the connection must have an open transaction. */
    static RootHeads between(Connection connection, long from, long to) throws SQLException {
        return new RootHeads(Sql.on(connection, SELECT)
                .bind("from", from)
                .bind("to", to)
                .fetch(FETCH)
                .open());
    }

    boolean hasNext() {
        return more;
    }

    /** The next root's heads; each of their lines ends with a line feed. */
    Group next() throws SQLException {
        long root = row.getLong(1);
        long heads = 0;
        MessageDigest digest = sha256();
        while (more && row.getLong(1) == root) {
            String line = row.getString(2) + '\t' + row.getLong(3) + '\t' + row.getString(4) + '\n';
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            heads++;
            more = row.next();
        }
        return new Group(root, heads, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
