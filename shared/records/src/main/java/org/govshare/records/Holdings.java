package org.govshare.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;

/** Which agencies hold shared data of a dataset, and which of its records. */
@ApplicationScoped
public class Holdings {
    private static final String GRANTED = """
            select count(*) from govshare.data_grant
             where grantee in (?1) and dataset_id = ?2 and closed_at is null
            """;
    private static final String NEEDED = """
            select count(*) from govshare.backflow_need n
              join govshare.city_platform p on p.region_code = n.city
             where p.operator_code in (?1) and n.dataset_id = ?2
            """;
    private static final String RECORD = """
            select count(*) from govshare.record r
             where r.dataset_id = ?1 and r.key = ?2 and not r.deleted
            """;
    private static final String RECORD_OF_ITS_CITY = RECORD + """
               and r.city in (select p.region_code from govshare.city_platform p where p.operator_code in (?3))
            """;

    private final EntityManager database;

    Holdings(EntityManager database) {
        this.database = database;
    }

    /**
     * Whether an agency reads the dataset under an open grant, or runs a city's platform whose need of it is stated.
     *
     * @param offices the agency and those whose office it holds
     */
    public boolean isSharedWith(List<String> offices, String datasetId) {
        return isGranted(offices, datasetId) || count(NEEDED, offices, datasetId) > 0;
    }

    /**
     * The first of the keys under which the agency has no record: all there are under a grant, else those of its city's
     * territory.
     */
    public Optional<String> firstNotHeld(List<String> offices, String datasetId, List<String> keys) {
        boolean all = isGranted(offices, datasetId);
        return keys.stream()
                .filter(key ->
                        (all ? count(RECORD, datasetId, key) : count(RECORD_OF_ITS_CITY, datasetId, key, offices)) == 0)
                .findFirst();
    }

    private boolean isGranted(List<String> offices, String datasetId) {
        return count(GRANTED, offices, datasetId) > 0;
    }

    private long count(String sql, Object... parameters) {
        Query query = database.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return ((Number) query.getSingleResult()).longValue();
    }
}
