package org.govshare.upkeep.root;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.commands.trail.TrailWriter;
import org.govshare.platform.failure.CommandException;
import org.govshare.upkeep.root.TrailVerification.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Roots are written one after another, whatever happens in between; entries after the last root are reported as
 * unprotected.
 */
class RootsTest {
    private static final Optional<UUID> ONE = Optional.of(UUID.randomUUID());
    private static final Optional<UUID> TWO = Optional.of(UUID.randomUUID());

    @TempDir
    Path folder;

    private SmallTrail trail;

    @BeforeEach
    void open() throws SQLException {
        trail = new SmallTrail(folder);
    }

    @AfterEach
    void close() throws SQLException {
        trail.close();
    }

    @Test
    void eachHead_saysWhenItsRootWasSigned() throws SQLException {
        trail.enter(List.of(ONE, TWO));
        trail.root();
        assertEquals(
                List.of("2025-05-12 02:00"),
                trail.texts("select distinct to_char(signed_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI')"
                        + " from trail_root_head"));
    }

    @Test
    void withoutRoot_allIsUnprotected() throws Exception {
        trail.enter(List.of(ONE, ONE));

        Verdict verdict = trail.verify();

        assertTrue(verdict.sound());
        assertEquals(2, verdict.unprotected());
        assertTrue(verdict.text(Locale.ENGLISH).contains("There is no signed root yet: all 2"));
        assertTrue(verdict.text(Locale.CHINESE).contains("尚无已签署的根"));
    }

    @Test
    void entriesAfterTheLastRoot_areCounted() throws Exception {
        trail.enter(List.of(ONE, TWO, ONE));
        trail.root();
        trail.enter(List.of(ONE, Optional.empty()));

        Verdict verdict = trail.verify();

        assertTrue(verdict.sound(), verdict.text(Locale.ENGLISH));
        assertEquals(1, verdict.lastRoot());
        assertEquals(3, verdict.chains());
        assertEquals(5, verdict.entries());
        assertEquals(2, verdict.unprotected());
    }

    @Test
    void nothingNew_makesNoRoot() throws Exception {
        assertEquals(Optional.of(0L), trail.root());
        trail.enter(List.of(ONE));
        assertEquals(Optional.of(1L), trail.root());
        assertEquals(Optional.of(1L), trail.root());
        assertTrue(trail.verify().sound());
    }

    @Test
    void entryThatCommitsLate_isInTheNextRoot() throws Exception {
        trail.enter(List.of(ONE));
        try (Connection late = trail.database.connect()) {
            late.setAutoCommit(false);
            TrailWriter.enter(late, new Pseudonyms(Optional.of("k")), SmallTrail.entry(TWO));
            trail.enter(List.of(ONE));
            trail.root();
            late.commit();
        }
        assertEquals(1, trail.verify().unprotected());
        assertEquals(Optional.of(2L), trail.root());
        Verdict verdict = trail.verify();
        assertEquals(0, verdict.unprotected());
        assertTrue(verdict.sound(), verdict.text(Locale.ENGLISH));
    }

    @Test
    void writerThatDiedHalfWay_isCompletedByTheNext() throws Exception {
        trail.enter(List.of(ONE));
        trail.root();
        trail.enter(List.of(TWO));
        String whole = Files.readString(trail.file.path());
        trail.root();
        String both = Files.readString(trail.file.path());
        trail.file.begin(2);
        Files.writeString(trail.file.path(), both.substring(0, whole.length() + 30));

        Verdict halfWay = trail.verify();
        assertTrue(halfWay.sound(), halfWay.text(Locale.ENGLISH));
        assertTrue(halfWay.interrupted());
        assertEquals(1, halfWay.unprotected());

        assertEquals(Optional.of(2L), trail.root());
        assertTrue(trail.verify().sound());
        assertEquals(0, trail.verify().unprotected());
        trail.enter(List.of(ONE));
        assertEquals(Optional.of(3L), trail.root());
        assertTrue(trail.verify().sound());
    }

    @Test
    void twoWriters_oneGetsOn() throws Exception {
        trail.enter(List.of(ONE));
        try (Connection other = trail.database.connect();
                var lock = other.prepareStatement("select pg_advisory_lock(" + RootWriter.LOCK + ")")) {
            lock.execute();
            assertEquals(Optional.empty(), trail.root());
        }
    }

    @Test
    void shortenedFile_isNotWrittenOn() throws Exception {
        trail.enter(List.of(ONE));
        trail.root();
        Files.delete(trail.file.path());

        assertThrows(CommandException.class, trail::root);
    }

    @Test
    void sinceARoot_coveredEntriesAreNotRead() throws Exception {
        trail.enter(List.of(ONE, ONE, TWO));
        trail.root();
        trail.enter(List.of(ONE));
        trail.root();
        trail.asOwner("update audit_entry set action = 'undid' where seq = 1");

        Verdict since = trail.verify(new Scope(Optional.empty(), 1));
        assertTrue(since.sound(), since.text(Locale.ENGLISH));
        assertEquals(1, since.entries());
        assertEquals(1, since.roots());
        assertEquals(2, trail.verify().faultCount());
    }

    @Test
    void oneCase_isVerifiedAlone() throws Exception {
        trail.enter(List.of(ONE, TWO, ONE));
        trail.root();
        trail.asOwner("update audit_entry set action = 'undid' where case_id = '" + TWO.orElseThrow() + "'");

        assertTrue(trail.verify(new Scope(ONE, 0)).sound());
        assertEquals(2, trail.verify(new Scope(ONE, 0)).entries());
        assertEquals(List.of(Fault.Kind.ENTRY_ALTERED), kinds(trail.verify(new Scope(TWO, 0))));
    }

    @Test
    void anotherKey_verifiesNothing() throws Exception {
        trail.enter(List.of(ONE));
        trail.root();

        Verdict verdict = new TrailVerification(trail.file, RootKeys.publicBlock(RootKeys.generate()))
                .verify(trail.app, Scope.ALL);

        assertEquals(List.of(Fault.Kind.ROOT_UNSIGNED), kinds(verdict));
        assertTrue(verdict.text(Locale.CHINESE).startsWith("根 1：签名不符"));
    }

    @Test
    void counterOfAnotherServer_makesTheWriterReadAllChains() throws Exception {
        trail.enter(List.of(ONE));
        trail.root();
        Root root = trail.file.last().orElseThrow();
        Root elsewhere = new Root(1, root.previous(), root.at(), root.bound() + 1_000_000, 1, 1, 1, root.digest(), "");
        String key = SmallTrail.KEY;
        Files.writeString(
                trail.file.path(),
                elsewhere
                                .with(RootKeys.sign(RootKeys.privateKey(key), elsewhere.signed()))
                                .line() + "\n");
        trail.enter(List.of(TWO));

        assertTrue(trail.verify().sound());
        assertEquals(Optional.of(2L), trail.root());
        assertEquals(0, trail.verify().unprotected());
    }

    private static List<Fault.Kind> kinds(Verdict verdict) {
        return verdict.faults().stream().map(Fault::kind).toList();
    }
}
