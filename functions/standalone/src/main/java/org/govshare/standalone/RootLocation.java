package org.govshare.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.govshare.platform.failure.CommandException;
import org.govshare.upkeep.root.RootKeys;
import org.govshare.upkeep.root.RootsFile;

/**
 * Where the roots of the trail are written and with which key: in the data folder, with a key made on first use, unless
 * the operator names others. Neither is ever in the database.
 */
final class RootLocation {
    private static final String KEY = "trail-root-key.pem";
    private static final String PUBLIC = "trail-root-key.pub.pem";

    private final Home home;
    private final Map<String, String> environment;

    RootLocation(Home home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** {@code GOVSHARE_ROOTS}, a folder that exists, or the data folder. */
    RootsFile file() {
        return new RootsFile(given("GOVSHARE_ROOTS").orElseGet(() -> home.resolve("")));
    }

    /** {@code GOVSHARE_ROOT_KEY}, or a development key, whose public half is put next to it for those who verify. */
    String privateKey() {
        return given("GOVSHARE_ROOT_KEY").map(RootLocation::read).orElseGet(() -> {
            String pem = home.keep(KEY, RootKeys::generate);
            home.replace(home.resolve(PUBLIC), RootKeys.publicBlock(pem));
            return pem;
        });
    }

    /** {@code GOVSHARE_ROOT_PUBLIC_KEY}, or the development key's. */
    String publicKey() {
        return given("GOVSHARE_ROOT_PUBLIC_KEY").map(RootLocation::read).orElseGet(() -> {
            if (!Files.exists(home.resolve(PUBLIC))) {
                privateKey();
            }
            return read(home.resolve(PUBLIC));
        });
    }

    private Optional<Path> given(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandException("the key file " + file + " cannot be read", e);
        }
    }
}
