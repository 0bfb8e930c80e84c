package org.govshare.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The only class that makes clocks. An injected clock without a qualifier is wall time; with {@link LawTime} it is the
 * law's time.
 */
@ApplicationScoped
public class TimeSources {

    /** Wall time for code outside of a container. */
    public static Clock wall() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Clock wallTime() {
        return wall();
    }

    @Produces
    @Singleton
    @LawTime
    Clock lawTime(DataSource database, @ConfigProperty(name = "govshare.movable-clock") boolean movable) {
        Clock wall = wall();
        return movable ? new MovableClock(wall, database) : wall;
    }
}
