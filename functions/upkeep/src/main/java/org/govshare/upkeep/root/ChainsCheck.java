package org.govshare.upkeep.root;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.govshare.commands.trail.AuditEntry;
import org.govshare.commands.trail.ChainWalk;
import org.govshare.platform.sql.Sql;

/** Recomputes every chain and compares it with the heads of signed roots; it reads entries as a stream. */
final class ChainsCheck {
    private static final int FETCH = 1_000;
    private static final String SINCE = """
              left join (select distinct on (chain) chain, seq, hash from govshare.trail_root_head
                          where root between 1 and :since order by chain, seq desc) s on s.chain = x.chain
             where x.seq > coalesce(s.seq, 0) and (:chain = '' or x.chain = :chain)
            """;
    private static final String ENTRIES = """
            select x.chain, x.seq, x.case_id, x.at, x.agency, x.person, x.action, cast(x.details as text) as details,
                   x.previous, x.hash, cast(cast(x.txid as text) as bigint) as txid,
                   h.root, h.hash as head_hash, s.seq as from_seq, s.hash as from_hash
              from govshare.audit_entry x
              left join govshare.trail_root_head h on h.chain = x.chain and h.seq = x.seq and h.root between 1 and :last
            """ + SINCE + " order by x.chain, x.seq";
    private static final String MISSING = """
            select x.chain, x.seq, x.root from govshare.trail_root_head x
            """ + SINCE + """
               and x.root between 1 and :last and not exists (
                   select 1 from govshare.audit_entry e where e.chain = x.chain and e.seq = x.seq)
            """;

    private final Consumer<Fault> faults;
    private final ChainWalk walk = new ChainWalk();
    private final long lastRoot;
    private final long bound;
    private long unprotected;
    private long tail;
    private Optional<Fault> doubtful = Optional.empty();
    private String chain = "";

    /** @param bound entries of older transactions must be in the last root; 0 for no such check */
    ChainsCheck(long lastRoot, long bound, Consumer<Fault> faults) {
        this.lastRoot = lastRoot;
        this.bound = bound;
        this.faults = faults;
    }

    /**
     * @param since entries that the roots up to this one cover are not checked
     * @param only the chain to read; empty for all
     */
    void run(Connection connection, long since, Optional<String> only) throws SQLException {
        String name = only.orElse("");
        select(connection, ENTRIES, since, name).each(this::step);
        end();
        select(connection, MISSING, since, name)
                .each(row -> faults.accept(
                        new Fault(Fault.Kind.ENTRY_MISSING, row.getString(1), row.getLong(2), row.getLong(3))));
    }

    private Sql select(Connection connection, String sql, long since, String name) {
        return Sql.on(connection, sql)
                .bind("last", lastRoot)
                .bind("since", since)
                .bind("chain", name)
                .fetch(FETCH);
    }

    long chains() {
        return walk.chains();
    }

    long entries() {
        return walk.entries();
    }

    long unprotected() {
        return unprotected;
    }

    private void step(ResultSet row) throws SQLException {
        AuditEntry entry = AuditEntry.of(row);
        if (!entry.chain.equals(chain)) {
            begin(entry.chain, row);
        }
        walk.step(entry).ifPresent(flaw -> fault(kind(flaw), entry, 0));
        long root = row.getLong("root");
        if (root > 0) {
            tail = 0;
            doubtful = Optional.empty();
            if (!entry.hash.equals(row.getString("head_hash"))) {
                fault(Fault.Kind.ENTRY_REPLACED, entry, root);
            }
            return;
        }
        tail++;
        if (doubtful.isEmpty() && row.getLong("txid") < bound) {
            doubtful = Optional.of(new Fault(Fault.Kind.ENTRY_BACKDATED, entry.chain, entry.seq, lastRoot));
        }
    }

    private void begin(String next, ResultSet row) throws SQLException {
        end();
        chain = next;
        String from = row.getString("from_hash");
        if (from != null) {
            walk.begin(next, row.getLong("from_seq"), from);
        }
    }

    /**
     * Entries that no head follows are unprotected. If the transaction of such an entry ended before the last root, the
     * entry was forged later.
     */
    private void end() {
        unprotected += tail;
        doubtful.ifPresent(faults);
        tail = 0;
        doubtful = Optional.empty();
    }

    private static Fault.Kind kind(ChainWalk.Flaw flaw) {
        switch (flaw) {
            case GAP:
                return Fault.Kind.ENTRY_GAP;
            case UNLINKED:
                return Fault.Kind.ENTRY_UNLINKED;
            case ALTERED:
                return Fault.Kind.ENTRY_ALTERED;
        }
        throw new IllegalStateException(flaw.name());
    }

    private void fault(Fault.Kind kind, AuditEntry entry, long root) {
        faults.accept(new Fault(kind, entry.chain, entry.seq, root));
    }
}
