package org.govshare.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/** The target of a request, or the reason why nothing may be sent. */
public sealed interface Target {
    /** The highest port. */
    int LAST_PORT = 65_535;

    /**
     * A checked target. Connect to this address, even if the name has another address by then; use the name only for
     * TLS and Host.
     */
    record Reachable(String host, int port, boolean tls, String path, InetAddress address) implements Target {}

    /** A target to which nothing is sent. */
    record Barred(AddressFault fault) implements Target {}

    /**
     * Looks the name up and checks every address that it has. It waits for the name service.
     *
     * @param allowPrivate lifts the rules on ranges and on https, for development
     */
    static Target of(String url, boolean allowPrivate) {
        return faultOfForm(url, allowPrivate)
                .<Target>map(Barred::new)
                .orElseGet(() -> resolve(URI.create(url), allowPrivate));
    }

    /** The fault of an address that can be found without the name service. */
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
