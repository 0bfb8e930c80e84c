package org.govshare.records;

import java.util.Map;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.registry.Agency;
import org.govshare.registry.Registry;

/** Whose data a grant is of: those of the provider, which its authority of the same level oversees (Decree 809 art. 27). */
final class Provisions {
    /** That an agency in the provider's office, or the authority of the provider's region, is concerned. */
    static final String CONDITION = """
            dataset_id in (select d.id from dataset d where d.provider_code = any (:offices)
              or d.provider_code in (select a.credit_code from agency a where a.region_code = :region))""";

    /** The region of an agency that is no authority: none has this code. */
    private static final String NONE = "";

    private final Database database;
    private final Registry registry;

    Provisions(Database database, Registry registry) {
        this.database = database;
        this.registry = registry;
    }

    /** Whether the agency provides the dataset, or is the authority of the level of who does. */
    boolean concern(String agency, String datasetId) {
        return database.call(connection -> Sql.on(
                        connection,
                        "select 1 from (select cast(:dataset as text) as dataset_id) of_data where " + CONDITION)
                .bind("dataset", datasetId)
                .bindAll(values(agency))
                .any());
    }

    /** What the condition asks for. */
    Map<String, Object> values(String agency) {
        String region = registry.agency(agency)
                .map(Agency::regionCode)
                .filter(code -> registry.authorityOf(code)
                        .map(Agency::creditCode)
                        .filter(agency::equals)
                        .isPresent())
                .orElse(NONE);
        String[] offices = registry.outOfOffice(agency).isPresent()
                ? new String[0]
                : registry.officesOf(agency).toArray(String[]::new);
        return Map.of("offices", offices, "region", region);
    }
}
