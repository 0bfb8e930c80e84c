package org.govshare.request;

import org.govshare.testkit.TestTokens;

/** The agencies of the registry that these tests act as. */
final class Agencies {
    static final String PROVINCE_AUTHORITY = "Y1130000FAKE00021Y";
    static final String PUBLIC_SECURITY = "Y1130000FAKE01016L";
    static final String PROVINCE_GOVERNMENT = "Y1130000FAKE000134";
    static final String SHIJIAZHUANG_AUTHORITY = "Y1130100FAKE000214";
    static final String SHIJIAZHUANG_HEALTH = "Y1130100FAKE01032F";

    private Agencies() {}

    static String token(String agency, String role) {
        return TestTokens.agency(agency, role).sign();
    }
}
