package org.govshare.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Where a request goes, or why it may not. */
public sealed interface Target {
    /** The highest port there is. */
    int LAST_PORT = 65_535;

    /** A checked target. Connect to the address, whatever the name may lead to by then; the name is for TLS and Host. */
    record Reachable(String host, int port, boolean tls, String path, InetAddress address) implements Target {}

    /** A target that nothing is sent to. */
    record Barred(AddressFault fault) implements Target {}

    /**
     * Looks the name up and checks every address it has. Blocks on the name service.
     *
     * @param allowPrivate lifts the rules on ranges and on https, for development
     */
    static Target of(String url, boolean allowPrivate) {
        return faultOfForm(url, allowPrivate)
                .<Target>map(Barred::new)
                .orElseGet(() -> resolve(URI.create(url), allowPrivate));
    }

    /** What is wrong with an address, as far as it shows without asking the name service. */
    static Optional<AddressFault> faultOfForm(String url, boolean allowPrivate) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of(AddressFault.NOT_A_URL);
        }
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || uri.getPort() > LAST_PORT || !plain && !isTls(uri)) {
            return Optional.of(AddressFault.NOT_A_URL);
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of(AddressFault.HAS_CREDENTIALS);
        }
        return plain && !allowPrivate ? Optional.of(AddressFault.NOT_HTTPS) : Optional.empty();
    }

    private static boolean isTls(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static Target resolve(URI uri, boolean allowPrivate) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(uri.getHost());
        } catch (UnknownHostException e) {
            return new Barred(AddressFault.UNKNOWN_HOST);
        }
        for (InetAddress address : addresses) {
            if (!allowPrivate && !AddressRanges.isPublic(address)) {
                return new Barred(AddressFault.NOT_PUBLIC);
            }
        }
        int port = uri.getPort() > 0 ? uri.getPort() : isTls(uri) ? 443 : 80;
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Reachable(uri.getHost(), port, isTls(uri), path + query, addresses[0]);
    }
}
