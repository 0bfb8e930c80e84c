package org.govshare.standalone;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.demo.Place;
import org.govshare.platform.time.TimeSources;
import org.govshare.standalone.demo.Demo;

/** Plays the demo once all functions serve, and ends. */
@Singleton
@Unremovable
public class DemoApplication implements QuarkusApplication {
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final URI address;
    private final DemoOperator operator;

    DemoApplication(@ConfigProperty(name = "govshare.sink") URI address, DemoOperator operator) {
        this.address = address;
        this.operator = operator;
    }

    /** Takes the data folder and the owner's JDBC address. */
    @Override
    public int run(String... arguments) {
        Home home = Home.open(Map.of("GOVSHARE_HOME", arguments[0]));
        Tokens tokens = new Tokens(DevelopmentKeys.of(home).privateKey(), TimeSources.wall());
        Place place = new Place(
                address,
                (agency, role) -> tokens.sign("demo@" + agency, Map.of("agency", agency), List.of(role), GOOD_FOR),
                arguments[1],
                operator.with(new RootLocation(home, Map.of())));
        return new Demo(place, System.out).play();
    }
}
