package org.govshare.platform.connection;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives Vert.x the transport that watches connections; found as a service, because it is needed before any bean. */
public final class WatchedTransportProvider implements VertxServiceProvider {
    @Override
    public void init(VertxBuilder builder) {
        Config config = ConfigProvider.getConfig();
        builder.findTransport(new WatchedTransport(new OpenConnections(
                config.getValue("govshare.connection.most", Integer.class),
                config.getValue("govshare.connection.patience", Duration.class))));
    }
}
