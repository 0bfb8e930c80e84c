package org.govshare.casework;

import static org.govshare.testkit.entrance.Agencies.CIVIL_AFFAIRS;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_POLICE;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_EDUCATION;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_POLICE;
import static org.govshare.testkit.entrance.Agencies.TANGSHAN_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.TANGSHAN_POLICE;

import java.util.List;
import org.govshare.testkit.entrance.EntrancePart;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;

/**
 * Any valid token reads the law and the calendar; an operator of an authority or a government loads a holiday notice; an
 * auditor reads the trail of what its agency oversees; an agency reads its own notices.
 */
public final class CaseworkEntrances implements EntrancePart {
    private static final String NOTICE = "{\"notice\":\"notice\\t2027\\naddress\\thttps://example.invalid/2027\\n"
            + "2027-01-01\\toff\\t元旦\\n2027-01-02\\toff\\t元旦\\n2027-01-03\\toff\\t元旦\\n\"}";

    @Override
    public String module() {
        return "shared/casework";
    }

    @Override
    public List<Row> rows() {
        return List.of(
                noticing(Row.event("org.govshare.calendar.noticed.v1", NOTICE), 201),
                noticing(Row.post("/calendar/notices", "/calendar/notices", NOTICE), 200),
                Row.get("/audit/entries", "/audit/entries?limit=5000")
                        .shows("request")
                        .right(PROVINCE_AUTHORITY, "auditor", 200)
                        .ofTheRegion(CIVIL_AFFAIRS, 200)
                        .onlookedBy(CIVIL_AFFAIRS, 200, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .inTheRole("clerk", 403)
                        .unregistered(200),
                Row.get("/notices", "/notices?limit=500")
                        .shows("notice")
                        .right(SHENYANG_POLICE, "clerk", 200)
                        .ofTheRegion(SHENYANG_EDUCATION, 200)
                        .onlookedBy(SHENYANG_EDUCATION, 403, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .inTheRole("person", 403),
                Row.get("/notices/{id}", "/notices/{notice}")
                        .right(SHENYANG_POLICE, "clerk", 200)
                        .ofTheRegion(SHENYANG_EDUCATION, 404)
                        .onlookedBy(SHENYANG_EDUCATION, 403, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("person", 403),
                Row.everybody("/law/packs", "/law/packs"),
                Row.everybody("/law/packs/{id}", "/law/packs/hebei-2022"),
                Row.everybody("/law/ruling", "/law/ruling?kind=share-request&shareClass=CONDITIONAL&region=130100"),
                Row.everybody("/calendar", "/calendar"));
    }

    /** The notice to the police of the order about their late reply. */
    @Override
    public void prepare(Preparation things) {
        things.once(
                "notice",
                () -> things.found(
                        "select id from govshare.notice where agency = '" + SHENYANG_POLICE
                                + "' and kind = 'order' and about = cast(? as uuid)",
                        things.thing("order")));
    }

    private static Row noticing(Row row, int done) {
        return row.right(PROVINCE_AUTHORITY, "operator", done)
                .ofTheRegion(PROVINCE_POLICE, 403)
                .ofAnother(TANGSHAN_POLICE, 403)
                .inTheRole("clerk", 403);
    }
}
