package org.govshare.standalone.pairs;

import static org.govshare.testkit.entrance.Agencies.CIVIL_AFFAIRS;
import static org.govshare.testkit.entrance.Agencies.HUNAN_CIVIL_AFFAIRS;
import static org.govshare.testkit.entrance.Agencies.HUNAN_HOUSING;
import static org.govshare.testkit.entrance.Agencies.HUNAN_POLICE;
import static org.govshare.testkit.entrance.Agencies.NEIJIANG_HOUSING;
import static org.govshare.testkit.entrance.Agencies.NEIJIANG_POLICE;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_POLICE;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_HOUSING;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_POLICE;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_HEALTH;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who asks whom for which data, which texts then bind both, and what the local one has a request state. */
enum Pair {
    HEBEI(SHIJIAZHUANG_HEALTH, PROVINCE_POLICE, "hebei-standard-addresses", Pair.HEBEIS, Map.of()),
    HEBEI_WITHIN_A_CITY(
            SHIJIAZHUANG_HEALTH,
            Codes.SHIJIAZHUANG_CIVIL_AFFAIRS,
            "shijiazhuang-elderly-allowances",
            Pair.HEBEIS,
            Map.of()),
    HUNAN(HUNAN_HOUSING, HUNAN_POLICE, "hunan-household-register", Pair.HUNANS, Own.NAME_AND_PURPOSE),
    NEIJIANG(NEIJIANG_HOUSING, NEIJIANG_POLICE, "neijiang-household-addresses", Pair.NEIJIANGS, Own.NEED),
    NEIJIANG_WITHIN_A_DISTRICT(
            Codes.SHIZHONG_HEALTH,
            Codes.SHIZHONG_CIVIL_AFFAIRS,
            "shizhong-rescued-households",
            Pair.NEIJIANGS,
            Own.NEED),
    SHENYANG(
            SHENYANG_HOUSING,
            SHENYANG_POLICE,
            "shenyang-household-register",
            Own.SHENYANG_TEXTS,
            Own.PURPOSE_AND_ITEMS),
    SHENYANG_WITHIN_A_DISTRICT(
            Codes.HEPING_HOUSING,
            Codes.HEPING_CIVIL_AFFAIRS,
            "heping-rescued-households",
            Own.SHENYANG_TEXTS,
            Own.PURPOSE_AND_ITEMS),
    HEBEI_ASKS_HUNAN(Codes.HEBEI_HOUSING, HUNAN_POLICE, "hunan-household-register"),
    CITY_ASKS_ANOTHER_PROVINCE(SHIJIAZHUANG_HEALTH, Codes.CHANGSHA_POLICE, "changsha-residence-permits"),
    MINISTRY_ASKS_PROVINCE(Codes.MINISTRY, PROVINCE_POLICE, "hebei-standard-addresses"),
    TAX_BUREAU_PROVIDES(SHIJIAZHUANG_HEALTH, Codes.TAX_BUREAU, "shijiazhuang-tax-arrears"),
    AUTHORITY_PROVIDES(HUNAN_HOUSING, PROVINCE_AUTHORITY, "hebei-credit-blacklists"),
    /** Unconditionally shared data. */
    HEBEI_OPENLY(SHIJIAZHUANG_HEALTH, CIVIL_AFFAIRS, "hebei-communities", Pair.HEBEIS, Map.of()),
    HUNAN_OPENLY(HUNAN_HOUSING, HUNAN_CIVIL_AFFAIRS, "hunan-place-names", Pair.HUNANS, Own.NAME_AND_PURPOSE),
    NEIJIANG_OPENLY(NEIJIANG_HOUSING, Codes.NEIJIANG_CIVIL_AFFAIRS, "neijiang-care-homes", Pair.NEIJIANGS, Own.PURPOSE),
    SHENYANG_OPENLY(
            SHENYANG_HOUSING, Codes.SHENYANG_CIVIL_AFFAIRS, "shenyang-place-names", Own.SHENYANG_TEXTS, Own.PURPOSE),
    TAX_BUREAU_OPENLY(SHIJIAZHUANG_HEALTH, Codes.TAX_BUREAU, "shijiazhuang-taxpayers"),
    /** Withheld data. */
    HEBEI_WITHHOLDS(SHIJIAZHUANG_HEALTH, PROVINCE_POLICE, "hebei-juvenile-case-files", Pair.HEBEIS, Map.of()),
    TAX_BUREAU_WITHHOLDS(SHIJIAZHUANG_HEALTH, Codes.HEBEI_TAX_BUREAU, "hebei-tax-returns");

    /** The regulation of the nation, which binds every pair here since 1 August 2025. */
    static final String DECREE = "decree-809-2025";

    static final String HEBEIS = "hebei-2022";
    static final String HUNANS = "hunan-2021";
    static final String NEIJIANGS = "neijiang-2020-draft";
    /** The regulation, which gives the steps; the measures keep what it leaves out. */
    static final String SHENYANGS = "shenyang-2020";

    static final String SHENYANG_MEASURES = "shenyang-2016";

    final String requester;
    final String provider;
    final String dataset;
    /** From the most local, which gives the steps. */
    final List<String> packs;

    private final Map<String, Object> own;

    Pair(String requester, String provider, String dataset) {
        this(requester, provider, dataset, List.of(DECREE), Map.of());
    }

    Pair(String requester, String provider, String dataset, String local, Map<String, Object> own) {
        this(requester, provider, dataset, List.of(local, DECREE), own);
    }

    Pair(String requester, String provider, String dataset, List<String> packs, Map<String, Object> own) {
        this.requester = requester;
        this.provider = provider;
        this.dataset = dataset;
        this.packs = packs;
        this.own = own;
    }

    /** What Decree 809 art. 20 para. 2 has a request state, and what the local text does besides. */
    Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>(own);
        form.put("use-basis", "《基本公共服务条例（示例）》第八条");
        form.put("scenario", "资格核验");
        form.put("scope", "本机关经办科室");
        form.put("mode", "服务接口");
        form.put("use-until", "2026-12-31");
        return form;
    }

    /** The same on the eve of the Decree, when the local text alone counted; Hebei's asks for the scenario. */
    Map<String, Object> formOfOldLaw() {
        Map<String, Object> form = new HashMap<>(own);
        form.put("scenario", "资格核验");
        form.put("scope", "本机关经办科室");
        return form;
    }

    private static final class Own {
        static final List<String> SHENYANG_TEXTS = List.of(SHENYANGS, SHENYANG_MEASURES, DECREE);
        static final Map<String, Object> NAME_AND_PURPOSE = Map.of("name", "户籍信息", "purpose", "公租房资格核验");
        static final Map<String, Object> NEED = Map.of("need", "住房保障核验");
        static final Map<String, Object> PURPOSE = Map.of("purpose", "住房保障核验");
        static final Map<String, Object> PURPOSE_AND_ITEMS =
                Map.of("purpose", "住房保障核验", "items", List.of("person_name"));
    }
}
