package org.govshare.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells, once all functions serve, where they are and how to get in; then waits for the end. */
public final class Announcement implements QuarkusApplication {
    /** What the reader should know about who can get in and what others can read. */
    static List<String> notes(Optional<String> issuer, String host) {
        List<String> notes = new ArrayList<>();
        notes.add(issuer.map(named -> "  tokens     from " + named)
                .orElse("  a token    ./govshare token --name 河北省公安厅 --role clerk"));
        if (issuer.isEmpty()) {
            notes.add(
                    "Development keys: everybody who can read GOVSHARE_HOME can sign tokens for anybody. For more than a trial, set");
            notes.add("GOVSHARE_JWT_ISSUER and MP_JWT_VERIFY_PUBLICKEY_LOCATION to an issuer of yours.");
        }
        if (isOutside(host)) {
            notes.add("Plain HTTP on " + host
                    + ", which other machines reach: they can read tokens and data on the way.");
            notes.add("Put a gateway with TLS before it, and let it listen on 127.0.0.1.");
        }
        return notes;
    }

    private static boolean isOutside(String host) {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** Takes the notes. */
    @Override
    public int run(String... notes) {
        Config config = ConfigProvider.getConfig();
        String address = config.getValue("govshare.sink", String.class);
        System.out.printf("""
                Govshare is up at %s
                  API page   %sq/swagger-ui
                  health     %sq/health
                %s
                Ctrl-C stops it; the data stays.
                """, address, address, address, String.join("\n", notes));
        System.out.flush();
        Quarkus.waitForExit();
        return 0;
    }
}
