package org.govshare.standalone;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.commands.trail.TrailCheck;
import org.govshare.demo.Operator;
import org.govshare.exchange.LoadRecords;
import org.govshare.exchange.LoadReport;
import org.govshare.exchange.RecordFile;
import org.govshare.platform.time.TimeSources;
import org.govshare.upkeep.root.RootWriter;
import org.govshare.upkeep.root.TrailVerification;
import org.govshare.upkeep.root.Verdict;
import org.govshare.upkeep.state.StateVerdict;
import org.govshare.upkeep.state.StateVerification;

/** Does in the demo's process what {@code load} and {@code audit} do on the command line. */
@Singleton
final class DemoOperator {
    private final LoadRecords records;
    private final TrailCheck trail;
    private final DataSource database;
    private final Pseudonyms pseudonyms;

    DemoOperator(LoadRecords records, TrailCheck trail, DataSource database, Pseudonyms pseudonyms) {
        this.records = records;
        this.trail = trail;
        this.database = database;
        this.pseudonyms = pseudonyms;
    }

    /** The operator whose roots are there. */
    Operator with(RootLocation roots) {
        return new Commands(roots);
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T onDatabase(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be read", e);
        }
    }

    private final class Commands implements Operator {
        private final RootLocation roots;

        Commands(RootLocation roots) {
            this.roots = roots;
        }

        @Override
        public Loaded load(String dataset, String resource, String keyColumn, String regionColumn) {
            RecordFile file = new RecordFile(
                    resource, () -> Operator.class.getResourceAsStream(resource), keyColumn, regionColumn);
            LoadReport report = records.load(dataset, file, progress -> {});
            return new Loaded(
                    report.applied().inserted(),
                    report.byPrefix(),
                    report.unknownRegions().keySet());
        }

        @Override
        public Chains checkChains() {
            TrailCheck.Report report = trail.check(Optional.empty());
            return new Chains(report.chains(), report.entries(), report.faults());
        }

        @Override
        public Optional<Long> signRoot() {
            return onDatabase(new RootWriter(roots.file(), roots.privateKey(), TimeSources.wall())::write);
        }

        @Override
        public Verified verifyRoots() {
            Verdict verdict = onDatabase(connection -> new TrailVerification(roots.file(), roots.publicKey())
                    .verify(connection, TrailVerification.Scope.ALL));
            return new Verified(verdict.roots(), verdict.unprotected(), verdict.faults(), verdict.text(Locale.ENGLISH));
        }

        @Override
        public State verifyState() {
            StateVerdict verdict =
                    onDatabase(connection -> new StateVerification(pseudonyms).verify(connection, Optional.empty()));
            return new State(
                    verdict.differences(),
                    verdict.older() + verdict.textsUnread() + verdict.withoutLaw(),
                    verdict.clocks(),
                    verdict.text(Locale.ENGLISH));
        }
    }
}
