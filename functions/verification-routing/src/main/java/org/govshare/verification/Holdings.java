package org.govshare.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.records.Grants;
import org.govshare.registry.Registry;

/** Which agencies hold shared data of a dataset, and which of its records. */
@ApplicationScoped
public class Holdings {
    private static final String FLOWS_BACK = "select 1 where backflow_reaches(:dataset, :offices, :day)";
    private static final String RECORD =
            "select 1 from record r where r.dataset_id = :dataset and r.key = :key and not r.deleted";
    private static final String RECORD_OF_ITS_CITY =
            RECORD + " and r.city in (select region_code from city_platform where operator_code = any (:offices))";

    private final Database database;
    private final Grants grants;
    private final Registry registry;

    Holdings(Database database, Grants grants, Registry registry) {
        this.database = database;
        this.grants = grants;
        this.registry = registry;
    }

    /**
     * Whether an agency reads the dataset under a grant of its own, or runs a city's platform to which its stated need of
     * the dataset lets it flow.
     *
     * @param offices those whose office the agency holds, itself among them: a platform is run by office
     */
    public boolean isSharedWith(String agency, List<String> offices, String datasetId) {
        LocalDate today = registry.today();
        return grants.isReadable(agency, datasetId)
                || any(
                        FLOWS_BACK,
                        Map.of("dataset", datasetId, "offices", offices.toArray(String[]::new), "day", today));
    }

    /**
     * The positions, from 0, of the keys under which the agency has no record: all there are under a grant, else those of its
     * city's territory.
     */
    public List<Integer> notHeld(String agency, List<String> offices, String datasetId, List<String> keys) {
        boolean all = grants.isReadable(agency, datasetId);
        String[] ofOffices = offices.toArray(String[]::new);
        return IntStream.range(0, keys.size())
                .filter(at -> !(all
                        ? any(RECORD, Map.of("dataset", datasetId, "key", keys.get(at)))
                        : any(
                                RECORD_OF_ITS_CITY,
                                Map.of("dataset", datasetId, "key", keys.get(at), "offices", ofOffices))))
                .boxed()
                .toList();
    }

    private boolean any(String sql, Map<String, ?> values) {
        return database.call(
                connection -> Sql.on(connection, sql).bindAll(values).any());
    }
}
