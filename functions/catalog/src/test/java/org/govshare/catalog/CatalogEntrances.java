package org.govshare.catalog;

import java.util.List;
import org.govshare.testkit.entrance.EntrancePart;
import org.govshare.testkit.entrance.Row;

/** Any valid token reads the catalogue. */
public final class CatalogEntrances implements EntrancePart {
    @Override
    public String module() {
        return "functions/catalog";
    }

    @Override
    public List<Row> rows() {
        return List.of(
                Row.everybody("/datasets", "/datasets"),
                Row.everybody("/datasets/{id}", "/datasets/hebei-communities"));
    }
}
