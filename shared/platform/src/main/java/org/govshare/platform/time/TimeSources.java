package org.govshare.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The only place that makes clocks. Injected without a qualifier: wall time. With {@link LawTime}: the law's time. */
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
