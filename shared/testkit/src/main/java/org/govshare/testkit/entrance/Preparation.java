package org.govshare.testkit.entrance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.testkit.LawTimeShift;

/**
 * The things that the rows of the matrix name in braces, such as a request or a grant, and how each is made. A part may use
 * the things of other parts by their names.
 */
public final class Preparation {
    /** Law's time whenever a thing has been made: 21 October 2025, 09:00 in Asia/Shanghai. */
    public static final Instant TODAY = Instant.parse("2025-10-21T01:00:00Z");

    private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

    private final String ownerUrl;
    private final LawTimeShift time;
    private final Door door;
    private final Map<String, String> made;
    private final Map<String, Supplier<String>> makers = new TreeMap<>();
    private final Map<String, Supplier<String>> makersForEachUse = new TreeMap<>();

    /** Makes everything that the parts name. */
    public Preparation(String ownerUrl, Door door) {
        this(ownerUrl, door, Map.of());
    }

    /** The same with some things given by the test, which are not made. */
    public Preparation(String ownerUrl, Door door, Map<String, String> given) {
        this.ownerUrl = ownerUrl;
        this.time = new LawTimeShift(ownerUrl);
        this.door = door;
        this.made = new TreeMap<>(given);
        forEachUse("key", () -> UUID.randomUUID().toString());
        EntrancePart.all().forEach(part -> part.prepare(this));
        time.to(TODAY);
        makers.keySet().forEach(this::thing);
    }

    /** A thing that is made once; the maker returns what a row names it by, such as its id. */
    public void once(String name, Supplier<String> maker) {
        makers.put(name, maker);
    }

    /** A thing that is made again for each use, because a request uses it up. */
    public void forEachUse(String name, Supplier<String> maker) {
        makersForEachUse.put(name, maker);
    }

    /** What a row names a thing by; it is made now if it is not there. */
    public String thing(String name) {
        if (makersForEachUse.containsKey(name)) {
            return makersForEachUse.get(name).get();
        }
        if (!made.containsKey(name)) {
            if (!makers.containsKey(name)) {
                throw new IllegalArgumentException("no part makes a thing named " + name);
            }
            made.put(name, makers.get(name).get());
        }
        return made.get(name);
    }

    /** The text with things in place of their names; names that no part knows stay. */
    public String put(String template) {
        Matcher matcher = NAME.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean known = made.containsKey(name) || makersForEachUse.containsKey(name);
            matcher.appendReplacement(text, Matcher.quoteReplacement(known ? thing(name) : matcher.group()));
        }
        return matcher.appendTail(text).toString();
    }

    public Door door() {
        return door;
    }

    /** Moves law's time; a maker that does so ends at {@link #TODAY}. */
    public void lawTime(Instant moment) {
        time.to(moment);
    }

    /** Sends an action of an agency on a case, such as {@code /requests/{id}}; {@code fields} is JSON. */
    public void act(String casePath, String agency, String action, String fields) {
        door.send(agency, casePath + "/actions", "{\"action\":\"%s\",\"fields\":%s}".formatted(action, fields));
    }

    /** The first column of the first row of a query with one parameter, as the schema's owner sees it. */
    public String found(String sql, String parameter) {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                PreparedStatement select = owner.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no row: " + sql + " with " + parameter);
                }
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
