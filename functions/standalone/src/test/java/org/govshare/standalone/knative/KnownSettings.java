package org.govshare.standalone.knative;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment's names that the code reads: those that our settings stand under, and those that they refer to. */
final class KnownSettings {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z][A-Z_]*)");
    /** Read by the JWT extension itself; no setting of ours stands under it. */
    private static final String JWKS = "MP_JWT_VERIFY_PUBLICKEY_LOCATION";

    private KnownSettings() {}

    static Set<String> names() throws IOException {
        Set<String> names = new HashSet<>(Set.of(JWKS));
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (URL url : Collections.list(loader.getResources("META-INF/microprofile-config.properties"))) {
            Properties settings = new Properties();
            try (InputStream in = url.openStream()) {
                settings.load(in);
            }
            settings.forEach((key, value) -> {
                names.add(key.toString().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
                Matcher reference = REFERENCE.matcher(value.toString());
                while (reference.find()) {
                    names.add(reference.group(1));
                }
            });
        }
        return names;
    }
}
