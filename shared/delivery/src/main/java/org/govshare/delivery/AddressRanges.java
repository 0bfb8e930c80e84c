package org.govshare.delivery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Decides which addresses belong to the public network. All others may be internal, and nobody may reach them through
 * Govshare.
 */
final class AddressRanges {

    // IANA's special-purpose registries (RFC 6890 and what was added since), multicast and the other reserved ranges.
    private static final List<Block> CLOSED_V4 = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            block("224.0.0.0", 3));
    private static final Block OPEN_V6 = block("2000::", 3);
    // These include tunnels to a closed IPv4 address (2001::/32 Teredo, 2002::/16 6to4).
    private static final List<Block> CLOSED_V6 =
            List.of(block("2001::", 23), block("2001:db8::", 32), block("2002::", 16), block("3fff::", 20));

    private AddressRanges() {}

    /** An IPv4 address written as IPv6 is checked as an IPv4 address. */
    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return CLOSED_V4.stream().noneMatch(block -> block.holds(address));
        }
        return OPEN_V6.holds(address) && CLOSED_V6.stream().noneMatch(block -> block.holds(address));
    }

    private static Block block(String address, int bits) {
        try {
            return new Block(InetAddress.getByName(address).getAddress(), bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    private record Block(byte[] start, int bits) {
        boolean holds(InetAddress address) {
            byte[] other = address.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((start[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
