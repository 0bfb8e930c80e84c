package org.govshare.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/** Where a request goes, or why it may not. */
public sealed interface Target {

    /** A checked place. Connect to the address, whatever the name may lead to by then; the name is for TLS and Host. */
    record Reachable(String host, int port, boolean tls, String path, InetAddress address) implements Target {}

    /** A place that nothing is sent to. */
    record Barred(AddressFault fault) implements Target {}

    /**
     * Looks the name up and checks every address it has. Blocks on the name service.
     *
     * @param allowPrivate lifts the rules on ranges and on https, for development
     */
    static Target of(String url, boolean allowPrivate) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return new Barred(AddressFault.NOT_A_URL);
        }
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || !tls && !"http".equalsIgnoreCase(uri.getScheme())) {
            return new Barred(AddressFault.NOT_A_URL);
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return new Barred(AddressFault.HAS_CREDENTIALS);
        }
        if (!tls && !allowPrivate) {
            return new Barred(AddressFault.NOT_HTTPS);
        }
        return resolve(uri, tls, allowPrivate);
    }

    private static Target resolve(URI uri, boolean tls, boolean allowPrivate) {
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
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Reachable(uri.getHost(), port, tls, path + query, addresses[0]);
    }
}
