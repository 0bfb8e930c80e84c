package org.govshare.testkit.entrance;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What one entrance answers to whom. Paths and bodies name things of the {@link Preparation} in braces.
 *
 * @param method HTTP method, or {@code EVENT} for a command posted to {@code /events}
 * @param target the route's template, or the event's type
 * @param path the path to ask for; for a command, empty
 * @param body JSON, or empty for none
 * @param shows a thing that the right one finds in the answer and a stranger must not; or empty
 * @param right who may
 * @param otherAgency an agency of the same region that has nothing to do with it, in the right role
 * @param otherRegion an agency of another region, in the right role
 * @param wrongRole the right agency in a role that may not
 * @param unregistered one in the right role whose agency no registry knows
 * @param onlookers for a reading: the auditor and the operator of an agency of the same region that has no part in it
 * @param optional JSON Pointers of texts in the body that may be left out
 */
public record Row(
        String method,
        String target,
        String path,
        String body,
        String shows,
        Answered right,
        Answered otherAgency,
        Answered otherRegion,
        Answered wrongRole,
        Answered unregistered,
        List<Answered> onlookers,
        Set<String> optional) {
    public static final String EVENT = "EVENT";

    /**
     * A caller and the status it gets.
     *
     * @param sees whether it finds the thing that the row shows
     */
    public record Answered(String agency, String role, int status, boolean sees) {
        /** The made-up codes hold it. */
        public String region() {
            return agency.substring(2, 8);
        }
    }

    /** Method and route, such as {@code GET /requests/{id}}; for a command its type. */
    public String entrance() {
        return method.equals(EVENT) ? target : method + " " + target;
    }

    public static Row get(String template, String path) {
        return new Row("GET", template, path, "", "", null, null, null, null, null, List.of(), Set.of());
    }

    public static Row post(String template, String path, String body) {
        return new Row("POST", template, path, body, "", null, null, null, null, null, List.of(), Set.of());
    }

    public static Row event(String type, String data) {
        return new Row(EVENT, type, "", data, "", null, null, null, null, null, List.of(), Set.of());
    }

    /** A reading that every valid token may do: what is nobody's secret between agencies. */
    public static Row everybody(String template, String path) {
        return get(template, path)
                .right(Agencies.SHIJIAZHUANG_HEALTH, "clerk", 200)
                .ofTheRegion(Agencies.SHIJIAZHUANG_MARKET, 200)
                .onlookedBy(Agencies.SHIJIAZHUANG_MARKET, 200, 200)
                .ofAnother(Agencies.TANGSHAN_AUTHORITY, 200)
                .inTheRole("auditor", 200);
    }

    public Row shows(String thing) {
        return new Row(
                method,
                target,
                path,
                body,
                thing,
                right,
                otherAgency,
                otherRegion,
                wrongRole,
                unregistered,
                onlookers,
                optional);
    }

    public Row right(String agency, String role, int status) {
        return with(new Answered(agency, role, status, true), otherAgency, otherRegion, wrongRole, unregistered);
    }

    /** Another agency of the right one's region, in its role. */
    public Row ofTheRegion(String agency, int status) {
        return ofTheRegion(agency, status, false);
    }

    public Row ofTheRegion(String agency, int status, boolean sees) {
        Answered stranger = new Answered(agency, right.role(), status, sees);
        if (!stranger.region().equals(right.region()) || agency.equals(right.agency())) {
            throw new IllegalArgumentException(entrance() + ": " + agency + " is not another agency of the region");
        }
        return with(right, stranger, otherRegion, wrongRole, unregistered);
    }

    /**
     * An agency of another region, in the right one's role. One that is not registered gets what this one does, unless the
     * row says more.
     */
    public Row ofAnother(String agency, int status) {
        Answered stranger = new Answered(agency, right.role(), status, false);
        if (stranger.region().equals(right.region())) {
            throw new IllegalArgumentException(entrance() + ": " + agency + " is of the same region");
        }
        return with(right, otherAgency, stranger, wrongRole, nobody(status));
    }

    public Row inTheRole(String role, int status) {
        Answered stranger = new Answered(right.agency(), role, status, false);
        return with(right, otherAgency, otherRegion, stranger, unregistered);
    }

    /**
     * What the auditor and the operator of an agency get that is of the right one's region and has no part in it; neither finds
     * what the row shows.
     */
    public Row onlookedBy(String agency, int auditor, int operator) {
        if (!agency.substring(2, 8).equals(right.region()) || agency.equals(right.agency())) {
            throw new IllegalArgumentException(entrance() + ": " + agency + " is not another agency of the region");
        }
        List<Answered> both = List.of(
                new Answered(agency, "auditor", auditor, false), new Answered(agency, "operator", operator, false));
        return new Row(
                method,
                target,
                path,
                body,
                shows,
                right,
                otherAgency,
                otherRegion,
                wrongRole,
                unregistered,
                both,
                optional);
    }

    /** What one gets in the right role whose agency is not registered. */
    public Row unregistered(int status) {
        return with(right, otherAgency, otherRegion, wrongRole, nobody(status));
    }

    /** The same with the things that its path and body name in place. */
    public Row with(UnaryOperator<String> things) {
        return new Row(
                method,
                target,
                things.apply(path),
                things.apply(body),
                shows,
                right,
                otherAgency,
                otherRegion,
                wrongRole,
                unregistered,
                onlookers,
                optional);
    }

    /** The same with one query parameter more. */
    public Row asking(String parameter) {
        String asked = path + (path.contains("?") ? "&" : "?") + parameter;
        return new Row(
                method,
                target,
                asked,
                body,
                shows,
                right,
                otherAgency,
                otherRegion,
                wrongRole,
                unregistered,
                onlookers,
                optional);
    }

    /** The same, where texts of the body may be left out. */
    public Row mayLack(String... pointers) {
        return new Row(
                method,
                target,
                path,
                body,
                shows,
                right,
                otherAgency,
                otherRegion,
                wrongRole,
                unregistered,
                onlookers,
                Set.of(pointers));
    }

    private Answered nobody(int status) {
        return new Answered(Agencies.NOBODY, right.role(), status, false);
    }

    private Row with(
            Answered right, Answered otherAgency, Answered otherRegion, Answered wrongRole, Answered unregistered) {
        return new Row(
                method,
                target,
                path,
                body,
                shows,
                right,
                otherAgency,
                otherRegion,
                wrongRole,
                unregistered,
                onlookers,
                optional);
    }
}
