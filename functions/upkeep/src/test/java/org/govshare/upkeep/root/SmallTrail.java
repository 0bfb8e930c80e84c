package org.govshare.upkeep.root;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.govshare.commands.trail.AuditEntry;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.commands.trail.TrailWriter;
import org.govshare.testkit.TestDatabase;

/** A trail of some chains with roots, on a database of its own, which its owner can tamper with and put back. */
final class SmallTrail implements AutoCloseable {
    static final String KEY = RootKeys.generate();
    private static final Instant AT = Instant.parse("2025-05-12T02:00:00Z");

    final TestDatabase database = TestDatabase.create();
    final Path folder;
    final RootsFile file;
    final Connection app;
    final Connection owner;
    private final Pseudonyms pseudonyms = new Pseudonyms(Optional.of("test-key"));
    private byte[] savedFile = {};

    SmallTrail(Path folder) throws SQLException {
        this.folder = folder;
        this.file = new RootsFile(folder);
        this.app = database.connect();
        this.owner = database.connectAsOwner();
    }

    void enter(List<Optional<UUID>> cases) throws SQLException {
        app.setAutoCommit(false);
        for (Optional<UUID> id : cases) {
            TrailWriter.enter(app, pseudonyms, entry(id));
        }
        app.commit();
        app.setAutoCommit(true);
    }

    static TrailEntry entry(Optional<UUID> id) {
        return new TrailEntry(id, AT, id.isPresent() ? "91" : "92", "somebody", "did", Map.of("from", "一", "to", "b"));
    }

    Optional<Long> root() throws SQLException {
        return new RootWriter(file, KEY, Clock.fixed(AT, ZoneOffset.UTC)).write(app);
    }

    Verdict verify() throws SQLException {
        return verify(TrailVerification.Scope.ALL);
    }

    Verdict verify(TrailVerification.Scope scope) throws SQLException {
        return new TrailVerification(file, RootKeys.publicBlock(KEY)).verify(app, scope);
    }

    /** Keeps the state that {@link #restore} goes back to. */
    void save() throws SQLException, IOException {
        asOwner("create table kept_entry as table audit_entry");
        asOwner("create table kept_head as table trail_root_head");
        savedFile = Files.readAllBytes(file.path());
    }

    void restore() throws SQLException, IOException {
        asOwner("truncate audit_entry, trail_root_head");
        asOwner("insert into audit_entry table kept_entry");
        asOwner("insert into trail_root_head table kept_head");
        Files.write(file.path(), savedFile);
    }

    void asOwner(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Entries of a chain from a number on, oldest first. */
    List<AuditEntry> entries(String chain, long from) throws SQLException {
        try (PreparedStatement select = owner.prepareStatement(
                """
                select *, cast(details as text) as details from audit_entry where chain = ? and seq >= ? order by seq
                """.replace("*", "chain, seq, case_id, at, agency, person, action, previous, hash"))) {
            select.setString(1, chain);
            select.setLong(2, from);
            List<AuditEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(AuditEntry.of(row));
                }
            }
            return entries;
        }
    }

    /** A random entry that a root covers. */
    AuditEntry rooted(Random random) throws SQLException {
        List<String> places = texts("""
                select e.chain || ' ' || e.seq from kept_entry e
                 where e.seq <= (select max(seq) from kept_head h where h.chain = e.chain) order by 1
                """);
        String[] place = places.get(random.nextInt(places.size())).split(" ");
        return entries(place[0], Long.parseLong(place[1])).get(0);
    }

    List<String> texts(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() throws SQLException {
        app.close();
        owner.close();
        database.close();
    }
}
