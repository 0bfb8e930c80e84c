package org.govshare.standalone.entrance;

/**
 * What one entrance answers to whom. Paths and bodies name things of the {@link World} in braces.
 *
 * @param method HTTP method, or {@code EVENT} for a command posted to {@code /events}
 * @param target the route's template, or the event's type
 * @param path the path to ask for; for a command, empty
 * @param body JSON, or empty for none
 * @param shows a thing of the world that the right one finds in the answer and a stranger must not; or empty
 * @param right who may
 * @param otherAgency one of the same region that has nothing to do with it
 * @param otherRegion one of another region
 * @param wrongRole the right agency in a role that may not
 * @param unregistered one in the right role whose agency no registry knows
 */
record Row(
        String method,
        String target,
        String path,
        String body,
        String shows,
        Answered right,
        Answered otherAgency,
        Answered otherRegion,
        Answered wrongRole,
        Answered unregistered) {
    static final String EVENT = "EVENT";

    /** A caller and the status it gets. */
    record Answered(String agency, String role, int status) {}

    /** As {@link RunningEntrances} names it. */
    String entrance() {
        return method.equals(EVENT) ? target : method + " " + target;
    }

    static Row get(String template, String path) {
        return new Row("GET", template, path, "", "", null, null, null, null, null);
    }

    static Row post(String template, String path, String body) {
        return new Row("POST", template, path, body, "", null, null, null, null, null);
    }

    static Row event(String type, String data) {
        return new Row(EVENT, type, "", data, "", null, null, null, null, null);
    }

    Row shows(String thing) {
        return new Row(method, target, path, body, thing, right, otherAgency, otherRegion, wrongRole, unregistered);
    }

    Row right(String agency, String role, int status) {
        Answered answered = new Answered(agency, role, status);
        return new Row(method, target, path, body, shows, answered, otherAgency, otherRegion, wrongRole, unregistered);
    }

    /**
     * What the usual strangers get: another agency of the place, one of another place, and the right agency's wrong role. One
     * that is not registered gets what another place does, unless the row says more.
     */
    Row strangers(int ofThePlace, int ofAnother, String wrong, int inTheWrongRole) {
        return new Row(
                method,
                target,
                path,
                body,
                shows,
                right,
                new Answered(World.SHIJIAZHUANG_MARKET, "clerk", ofThePlace),
                new Answered(World.TANGSHAN_AUTHORITY, "clerk", ofAnother),
                new Answered(right.agency(), wrong, inTheWrongRole),
                new Answered(World.NOBODY, right.role(), ofAnother));
    }

    /** What one gets in the right role whose agency is not registered. */
    Row unregistered(int status) {
        Answered answered = new Answered(World.NOBODY, right.role(), status);
        return new Row(method, target, path, body, shows, right, otherAgency, otherRegion, wrongRole, answered);
    }

    /** What another agency of the place gets in this role. */
    Row otherAgencyAs(String role, int status) {
        Answered answered = new Answered(otherAgency.agency(), role, status);
        return new Row(method, target, path, body, shows, right, answered, otherRegion, wrongRole, unregistered);
    }

    /** The same with one query parameter more. */
    Row asking(String parameter) {
        String asked = path + (path.contains("?") ? "&" : "?") + parameter;
        return new Row(method, target, asked, body, shows, right, otherAgency, otherRegion, wrongRole, unregistered);
    }
}
