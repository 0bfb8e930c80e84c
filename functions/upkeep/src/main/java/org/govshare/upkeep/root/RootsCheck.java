package org.govshare.upkeep.root;

import java.io.BufferedReader;
import java.io.IOException;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Verifies the roots against each other, the key, and the heads in the database. It reads roots and heads as streams.
 */
final class RootsCheck {
    private final PublicKey key;
    private final RootsFile file;
    private final long since;
    private final Consumer<Fault> faults;
    private Optional<Root> last = Optional.empty();
    private String previous = Root.NO_PREVIOUS;
    private long verified;
    private boolean interrupted;

    /** @param since roots up to this one are not checked */
    RootsCheck(PublicKey key, RootsFile file, long since, Consumer<Fault> faults) {
        this.key = key;
        this.file = file;
        this.since = since;
        this.faults = faults;
    }

    void run(Connection connection) throws SQLException, IOException {
        try (BufferedReader lines = file.open();
                RootHeads heads =
                        RootHeads.between(connection, since == 0 ? Long.MIN_VALUE : since + 1, Long.MAX_VALUE)) {
            Stored stored = new Stored(heads);
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                take(line, next == null, stored);
                line = next;
            }
            rest(stored);
        }
    }

    Optional<Root> last() {
        return last;
    }

    long verified() {
        return verified;
    }

    boolean interrupted() {
        return interrupted;
    }

    private void take(String line, boolean end, Stored stored) throws SQLException, IOException {
        Optional<Root> read = Root.read(line);
        long expected = last.map(Root::n).orElse(0L) + 1;
        if (read.isEmpty()) {
            if (!end || file.pending().isEmpty()) {
                root(Fault.Kind.ROOT_UNREADABLE, expected);
            }
            return;
        }
        Root root = read.get();
        if (root.n() > since) {
            verify(root, expected, stored);
        }
        last = read;
        previous = root.hash();
    }

    private void verify(Root root, long expected, Stored stored) throws SQLException {
        verified++;
        if (root.n() != expected || !root.previous().equals(previous)) {
            root(Fault.Kind.ROOT_UNLINKED, root.n());
        }
        if (!RootKeys.verifies(key, root.signed(), root.signature())) {
            root(Fault.Kind.ROOT_UNSIGNED, root.n());
        }
        while (stored.before(root.n())) {
            root(Fault.Kind.ROOT_MISSING, stored.take().root());
        }
        if (!stored.at(root.n())) {
            root(Fault.Kind.HEADS_DIFFER, root.n());
            return;
        }
        RootHeads.Group group = stored.take();
        if (group.heads() != root.heads() || !group.digest().equals(root.digest())) {
            root(Fault.Kind.HEADS_DIFFER, root.n());
        }
    }

    /** Heads without a root: a root in progress, or roots that somebody removed from the file. */
    private void rest(Stored stored) throws SQLException, IOException {
        Optional<Long> pending = file.pending();
        while (stored.before(Long.MAX_VALUE)) {
            long n = stored.take().root();
            if (pending.equals(Optional.of(n)) && n == last.map(Root::n).orElse(0L) + 1) {
                interrupted = true;
            } else {
                root(Fault.Kind.ROOT_MISSING, n);
            }
        }
    }

    private void root(Fault.Kind kind, long n) {
        faults.accept(new Fault(kind, "", n, 0));
    }

    /** The heads, with one root of look-ahead; the digest of each root's heads is computed once. */
    private static final class Stored {
        private final RootHeads heads;
        private Optional<RootHeads.Group> next = Optional.empty();

        Stored(RootHeads heads) throws SQLException {
            this.heads = heads;
            advance();
        }

        boolean before(long n) {
            return next.isPresent() && next.get().root() < n;
        }

        boolean at(long n) {
            return next.isPresent() && next.get().root() == n;
        }

        RootHeads.Group take() throws SQLException {
            RootHeads.Group taken = next.orElseThrow();
            advance();
            return taken;
        }

        private void advance() throws SQLException {
            next = heads.hasNext() ? Optional.of(heads.next()) : Optional.empty();
        }
    }
}
