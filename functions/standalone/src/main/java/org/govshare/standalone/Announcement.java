package org.govshare.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells, once all functions serve, where they are and how to get in; then waits for the end. */
public final class Announcement implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        Config config = ConfigProvider.getConfig();
        String address = config.getValue("govshare.sink", String.class);
        System.out.printf("""
                Govshare is up at %s
                  API page   %sq/swagger-ui
                  health     %sq/health
                  a token    ./govshare token --name 河北省公安厅 --role clerk
                Ctrl-C stops it; the data stays.
                """, address, address, address);
        System.out.flush();
        Quarkus.waitForExit();
        return 0;
    }
}
