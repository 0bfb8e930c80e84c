package org.govshare.standalone;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.commands.trail.TrailCheck;
import org.govshare.exchange.LoadRecords;
import org.govshare.platform.time.TimeSources;
import org.govshare.standalone.demo.Demo;
import org.govshare.standalone.demo.Place;
import org.govshare.upkeep.root.RootWriter;
import org.govshare.upkeep.root.TrailVerification;
import org.govshare.upkeep.state.StateVerification;

/** Plays the demo once all functions serve, and ends. */
@Singleton
@Unremovable
public class DemoApplication implements QuarkusApplication {
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final URI address;
    private final LoadRecords records;
    private final TrailCheck trail;
    private final DataSource database;
    private final Pseudonyms pseudonyms;

    DemoApplication(
            @ConfigProperty(name = "govshare.sink") URI address,
            LoadRecords records,
            TrailCheck trail,
            DataSource database,
            Pseudonyms pseudonyms) {
        this.address = address;
        this.records = records;
        this.trail = trail;
        this.database = database;
        this.pseudonyms = pseudonyms;
    }

    /** Takes the data folder and the owner's JDBC address. */
    @Override
    public int run(String... arguments) {
        Home home = Home.open(Map.of("GOVSHARE_HOME", arguments[0]));
        RootPlace roots = new RootPlace(home, Map.of());
        Tokens tokens = new Tokens(DevelopmentKeys.of(home).privateKey(), TimeSources.wall());
        Place place = new Place(
                address,
                (agency, role) -> tokens.sign("demo@" + agency, Map.of("agency", agency), List.of(role), GOOD_FOR),
                arguments[1],
                records,
                trail,
                () -> onDatabase(connection -> new StateVerification(pseudonyms).verify(connection, Optional.empty())),
                () -> onDatabase(new RootWriter(roots.file(), roots.privateKey(), TimeSources.wall())::write),
                () -> onDatabase(connection -> new TrailVerification(roots.file(), roots.publicKey())
                        .verify(connection, TrailVerification.Scope.ALL)));
        return new Demo(place, System.out).play();
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
}
