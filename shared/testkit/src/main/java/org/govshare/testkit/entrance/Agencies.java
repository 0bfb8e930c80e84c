package org.govshare.testkit.entrance;

/** Credit codes of the agencies that tests act as, as the built-in registry has them. */
public final class Agencies {
    public static final String SHIJIAZHUANG_HEALTH = "Y1130100FAKE01032F";
    public static final String SHIJIAZHUANG_AUTHORITY = "Y1130100FAKE000214";
    public static final String SHIJIAZHUANG_MARKET = "Y1130100FAKE010597";
    public static final String TANGSHAN_AUTHORITY = "Y1130200FAKE000219";
    public static final String TANGSHAN_GOVERNMENT = "Y1130200FAKE00013E";
    public static final String TANGSHAN_POLICE = "Y1130200FAKE01016Y";
    public static final String PROVINCE_AUTHORITY = "Y1130000FAKE00021Y";
    public static final String PROVINCE_POLICE = "Y1130000FAKE01016L";
    public static final String PROVINCE_GOVERNMENT = "Y1130000FAKE000134";
    public static final String CIVIL_AFFAIRS = "Y1130000FAKE01024F";
    public static final String SHENYANG = "Y1210100FAKE00013P";
    public static final String SHENYANG_POLICE = "Y1210100FAKE010168";
    public static final String SHENYANG_HOUSING = "Y1210100FAKE01112H";
    public static final String SHENYANG_EDUCATION = "Y1210100FAKE01120C";
    public static final String HUNAN_CIVIL_AFFAIRS = "Y1430000FAKE01024K";
    public static final String HUNAN_HEALTH = "Y1430000FAKE01032E";
    public static final String SHENYANG_BUREAU = "Y1210100FAKE00021J";
    public static final String HUNAN_AUTHORITY = "Y1430000FAKE000213";
    public static final String HUNAN_HOUSING = "Y1430000FAKE011122";
    public static final String HUNAN_POLICE = "Y1430000FAKE01016Q";
    public static final String NEIJIANG_BUREAU = "Y1511000FAKE00021X";
    public static final String NEIJIANG_HOUSING = "Y1511000FAKE01112W";
    public static final String NEIJIANG_POLICE = "Y1511000FAKE01016K";
    /** Well formed, and in no registry. */
    public static final String NOBODY = "Y1130100FAKE99999X";

    private Agencies() {}
}
