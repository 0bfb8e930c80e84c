package org.govshare.standalone.entrance;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request, a grant, a doubt, a need, an endpoint and a notice for the callers of the matrix to come at. */
final class World {
    static final String SHIJIAZHUANG_HEALTH = "Y1130100FAKE01032F";
    static final String SHIJIAZHUANG_AUTHORITY = "Y1130100FAKE000214";
    static final String SHIJIAZHUANG_MARKET = "Y1130100FAKE010597";
    static final String TANGSHAN_AUTHORITY = "Y1130200FAKE000219";
    static final String TANGSHAN_GOVERNMENT = "Y1130200FAKE00013E";
    static final String TANGSHAN_POLICE = "Y1130200FAKE01016Y";
    static final String PROVINCE_AUTHORITY = "Y1130000FAKE00021Y";
    static final String PROVINCE_POLICE = "Y1130000FAKE01016L";
    static final String CIVIL_AFFAIRS = "Y1130000FAKE01024F";
    static final String SHENYANG = "Y1210100FAKE00013P";
    static final String SHENYANG_POLICE = "Y1210100FAKE010168";
    static final String SHENYANG_HOUSING = "Y1210100FAKE01112H";
    static final String SHENYANG_EDUCATION = "Y1210100FAKE01120C";
    static final String HUNAN_CIVIL_AFFAIRS = "Y1430000FAKE01024K";
    static final String HUNAN_HEALTH = "Y1430000FAKE01032E";
    /** Well formed, and in no registry. */
    static final String NOBODY = "Y1130100FAKE99999X";

    static final String RECORD = "130102001001";

    private static final Pattern THING = Pattern.compile("\\{([a-z-]+)}");
    private static final URI UNHEARD = URI.create("http://127.0.0.1:1/in");
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final Map<String, String> things = new TreeMap<>();
    private final Map<String, Supplier<String>> makers = new TreeMap<>();

    /** Made over HTTP, with an endpoint at which nobody answers. */
    World(String ownerUrl) {
        this(new Errands(ownerUrl, new HttpDoor()), UNHEARD, SECRET);
    }

    World(Errands errands, URI endpoint, String secret) {
        makers.put("new-late", errands::late);
        makers.put("new-order", () -> errands.order(errands.late()));
        makers.put("new-order-overdue", errands::orderOverdue);
        makers.put("new-bar", errands::bar);
        makers.put("new-request", errands::submit);
        makers.put("new-asked", errands::asked);
        makers.put("new-verification", errands::raise);
        makers.put("new-doubted", errands::doubted);
        makers.put("key", () -> UUID.randomUUID().toString());
        things.put("late", errands.late());
        things.put("order", errands.order(things.get("late")));
        things.put("circular", errands.circular());
        things.put("bar", errands.bar());
        things.put("secret", SECRET);
        errands.need();
        things.put("need", "hebei-communities");
        things.put("request", errands.submit());
        things.put("grant", errands.grant());
        things.put("verification", errands.raise());
        things.put("endpoint", errands.endpoint(endpoint, secret));
        things.put("notice", errands.notice(things.get("order")));
    }

    /** The text with its things in place; those that are named new are made for each use. */
    String put(String template) {
        Matcher matcher = THING.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(thing(matcher.group(1), matcher.group())));
        }
        return matcher.appendTail(text).toString();
    }

    private String thing(String name, String otherwise) {
        return makers.containsKey(name) ? makers.get(name).get() : things.getOrDefault(name, otherwise);
    }
}
