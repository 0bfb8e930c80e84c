package org.govshare.supervision;

import static org.govshare.testkit.entrance.Agencies.SHENYANG;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_EDUCATION;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_POLICE;
import static org.govshare.testkit.entrance.Agencies.TANGSHAN_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.TANGSHAN_GOVERNMENT;

import java.util.List;
import java.util.Map;
import org.govshare.testkit.entrance.EntrancePart;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;

/** Orders, circulars and bars are the city government's (Shenyang art. 27); the agency that they are about reads them. */
public final class OrganActEntrances implements EntrancePart {
    private static final String BY = "/fields/by";
    private static final String ORDER =
            "{\"case\":\"{new-late}\",\"clock\":\"reply\",\"fields\":{\"grounds\":\"not-shared\",\"correct\":\"答复\",\"by\":\"2025-10-28\"}}";
    private static final String CIRCULAR =
            "{\"case\":\"{new-late}\",\"clock\":\"reply\",\"fields\":{\"grounds\":\"not-shared\",\"text\":\"通报\"}}";
    private static final String FOUND =
            "{\"case\":\"{new-late}\",\"agency\":\"Y1210100FAKE01112H\",\"fields\":{\"grounds\":\"loss-of-control\",\"finding\":\"{key}\",\"correct\":\"追回\"}}";
    private static final String BAR =
            "{\"case\":\"{new-order-overdue}\",\"clock\":\"correct\",\"fields\":{\"grounds\":\"refusal\",\"finding\":\"期满未整改\"}}";
    private static final String WITHDRAW = "\"action\":\"withdraw\",\"fields\":{\"reason\":\"另行处理\"}}";
    private static final String LIFT = "\"action\":\"lift\",\"fields\":{\"reason\":\"已整改\"}}";

    private static final String OF_KIND = "/acts/{kind}";
    private static final String ACTIONS = "/acts/{kind}/{id}/actions";

    @Override
    public String module() {
        return "functions/supervision";
    }

    @Override
    public List<Row> rows() {
        return List.of(
                organs(Row.event("org.govshare.correction.ordered.v1", ORDER), 201)
                        .mayLack(BY),
                organs(Row.event("org.govshare.correction.ordered.v1", FOUND), 201),
                organs(Row.event("org.govshare.circular.issued.v1", CIRCULAR), 201),
                organs(Row.event("org.govshare.bar.imposed.v1", BAR), 201),
                organs(
                        Row.event("org.govshare.correction.acted.v1", "{\"correction\":\"{new-order}\"," + WITHDRAW),
                        200),
                organs(Row.event("org.govshare.bar.acted.v1", "{\"bar\":\"{new-bar}\"," + LIFT), 200),
                organs(Row.event("org.govshare.act.given.v1", ofKind("correction", ORDER)), 201)
                        .mayLack(BY),
                organs(Row.event("org.govshare.act.given.v1", ofKind("correction", FOUND)), 201),
                organs(Row.event("org.govshare.act.given.v1", ofKind("bar", BAR)), 201),
                organs(Row.event("org.govshare.act.acted.v1", "{\"act\":\"{new-order}\"," + WITHDRAW), 200),
                organs(Row.event("org.govshare.act.acted.v1", ofKind("bar", "{\"act\":\"{new-bar}\"," + LIFT)), 200)
                        .mayLack("/kind"),
                organs(Row.post(OF_KIND, "/acts/correction", ORDER), 201).mayLack(BY),
                organs(Row.post(OF_KIND, "/acts/correction", FOUND), 201),
                organs(Row.post(OF_KIND, "/acts/circular", CIRCULAR), 201),
                organs(Row.post(OF_KIND, "/acts/bar", BAR), 201),
                organs(Row.post(ACTIONS, "/acts/correction/{new-order}/actions", "{" + WITHDRAW), 200),
                organs(Row.post(ACTIONS, "/acts/bar/{new-bar}/actions", "{" + LIFT), 200),
                read("correction", "order"),
                read("circular", "circular"),
                read("bar", "bar"),
                list(OF_KIND, "/acts/correction", "order"),
                list(OF_KIND, "/acts/circular", "circular"),
                list(OF_KIND, "/acts/bar", "bar"),
                list("/acts", "/acts", "order"),
                list("/acts", "/acts", "bar"));
    }

    @Override
    public void prepare(Preparation things) {
        things.once("order", () -> OrganActCases.order(things, things.thing("late")));
        things.once("circular", () -> OrganActCases.circular(things));
        things.once("bar", () -> OrganActCases.bar(things));
        things.forEachUse("new-order", () -> OrganActCases.order(things, things.thing("new-late")));
        things.forEachUse("new-order-overdue", () -> OrganActCases.orderOverdue(things));
        things.forEachUse("new-bar", () -> OrganActCases.bar(things));
    }

    @Override
    public Map<String, String> typesByPath() {
        return Map.of(
                "/acts/correction", "org.govshare.correction.ordered.v1",
                "/acts/circular", "org.govshare.circular.issued.v1",
                "/acts/bar", "org.govshare.bar.imposed.v1");
    }

    private static String ofKind(String kind, String body) {
        return body.substring(0, body.length() - 1) + ",\"kind\":\"" + kind + "\"}";
    }

    private static Row organs(Row row, int done) {
        return row.right(SHENYANG, "clerk", done)
                .ofTheRegion(SHENYANG_EDUCATION, 404)
                .ofAnother(TANGSHAN_GOVERNMENT, 404)
                .inTheRole("auditor", 403);
    }

    private static Row read(String kind, String thing) {
        return Row.get("/acts/{kind}/{id}", "/acts/" + kind + "/{" + thing + "}")
                .right(SHENYANG_POLICE, "clerk", 200)
                .ofTheRegion(SHENYANG_EDUCATION, 404)
                .onlookedBy(SHENYANG_EDUCATION, 404, 404)
                .ofAnother(TANGSHAN_AUTHORITY, 404)
                .inTheRole("person", 404);
    }

    private static Row list(String template, String path, String thing) {
        return Row.get(template, path + "?limit=200")
                .shows(thing)
                .right(SHENYANG_POLICE, "clerk", 200)
                .ofTheRegion(SHENYANG_EDUCATION, 200)
                .onlookedBy(SHENYANG_EDUCATION, 200, 200)
                .ofAnother(TANGSHAN_AUTHORITY, 200)
                .inTheRole("person", 200);
    }
}
