package org.govshare.toy;

import static org.govshare.testkit.entrance.Agencies.CIVIL_AFFAIRS;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_POLICE;
import static org.govshare.testkit.entrance.Agencies.TANGSHAN_AUTHORITY;

import java.util.List;
import org.govshare.testkit.entrance.EntrancePart;
import org.govshare.testkit.entrance.Row;

/** Every agency may play, and every valid token reads the empty list. */
public final class ToyEntrances implements EntrancePart {
    private static final String PLAYED = "org.govshare.toy.played.v1";

    @Override
    public String module() {
        return "functions/toy";
    }

    @Override
    public List<Row> rows() {
        return List.of(
                Row.everybody("/toys", "/toys"),
                Row.event(PLAYED, "{}")
                        .right(CIVIL_AFFAIRS, "clerk", 200)
                        .ofTheRegion(PROVINCE_POLICE, 200)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .unregistered(403)
                        .inTheRole("auditor", 403));
    }
}
