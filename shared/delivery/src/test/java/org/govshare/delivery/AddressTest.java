package org.govshare.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void rangesThatAreNotPublic_areClosed(String address) throws UnknownHostException {
        assertEquals(false, AddressRanges.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "223.255.255.255", "2400:3200::1", "::ffff:8.8.8.8"})
    void publicAddresses_areOpen(String address) throws UnknownHostException {
        assertEquals(true, AddressRanges.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @CsvSource({
        "not a url, NOT_A_URL",
        "ftp://1.1.1.1/, NOT_A_URL",
        "https:///path, NOT_A_URL",
        "http://1.1.1.1/, NOT_HTTPS",
        "https://user:pass@1.1.1.1/, HAS_CREDENTIALS",
        "https://1.1.1.1/#part, HAS_CREDENTIALS",
        "https://127.0.0.1/, NOT_PUBLIC",
        "https://127.1/, NOT_A_URL",
        "https://1.1.1.1:65536/, NOT_A_URL",
        "https://[::1]/, NOT_PUBLIC",
        "https://localhost/, NOT_PUBLIC",
        "https://nobody.invalid/, UNKNOWN_HOST",
    })
    void barred_saysWhy(String url, AddressFault why) {
        assertEquals(new Target.Barred(why), Target.of(url, false));
    }

    @Test
    void reachable_keepsNameAndPinsAddress() {
        Target.Reachable target = assertInstanceOf(Target.Reachable.class, Target.of("https://1.1.1.1/a?b=c", false));
        assertEquals("1.1.1.1", target.host());
        assertEquals(443, target.port());
        assertEquals("/a?b=c", target.path());
        assertEquals(true, target.tls());
    }

    @Test
    void developmentSwitch_opensThisMachine() {
        assertInstanceOf(Target.Reachable.class, Target.of("http://localhost:9/", true));
    }
}
