package org.govshare.standalone.pairs;

/** Credit codes of the built-in registry's agencies that only these stories name. */
final class Codes {
    static final String STATE_COUNCIL = "Y1000000FAKE000131";
    static final String NATIONAL_AUTHORITY = "Y1000000FAKE00021U";
    /** Civil affairs, of the State Council. */
    static final String MINISTRY = "Y1000000FAKE01024C";

    static final String HEBEI_HOUSING = "Y1130000FAKE01112X";
    static final String SHIJIAZHUANG_GOVERNMENT = "Y1130100FAKE000139";
    static final String SHIJIAZHUANG_CIVIL_AFFAIRS = "Y1130100FAKE01024L";
    /** Managed by the State Taxation Administration. */
    static final String TAX_BUREAU = "Y1130100FAKE011716";

    static final String HEBEI_TAX_BUREAU = "Y1130000FAKE011711";
    static final String COURT = "Y1130100FAKE01286C";
    static final String HUNAN_COURT = "Y1430000FAKE01286B";
    static final String HUNAN_GOVERNMENT = "Y1430000FAKE000138";
    static final String CHANGSHA_POLICE = "Y1430100FAKE01016X";
    static final String CHANGSHA_AUTHORITY = "Y1430100FAKE0003X0";
    static final String SHENYANG_CIVIL_AFFAIRS = "Y1210100FAKE010243";
    static final String HEPING_CIVIL_AFFAIRS = "Y1210102FAKE010240";
    static final String HEPING_HOUSING = "Y1210102FAKE01112E";
    static final String NEIJIANG_CIVIL_AFFAIRS = "Y1511000FAKE01024E";
    static final String NEIJIANG_GOVERNMENT = "Y1511000FAKE000133";
    static final String SHIZHONG_GOVERNMENT = "Y1511002FAKE000130";
    static final String SHIZHONG_AUTHORITY = "Y1511002FAKE00021T";
    static final String SHIZHONG_CIVIL_AFFAIRS = "Y1511002FAKE01024B";
    static final String SHIZHONG_HEALTH = "Y1511002FAKE010326";

    private Codes() {}
}
