package org.govshare.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Which agencies hold shared data of a dataset, and which of its records there are. */
@ApplicationScoped
public class Holdings {
    private static final String GRANTED = """
            select count(*) from govshare.data_grant
             where grantee = ?1 and dataset_id = ?2 and closed_at is null
            """;
    private static final String NEEDED = """
            select count(*) from govshare.backflow_need n
              join govshare.city_platform p on p.region_code = n.city
             where p.operator_code = ?1 and n.dataset_id = ?2
            """;

    private final EntityManager database;

    Holdings(EntityManager database) {
        this.database = database;
    }

    /** Whether the agency reads the dataset under an open grant, or runs a city's platform whose need of it is stated. */
    public boolean isSharedWith(String agency, String datasetId) {
        return count(GRANTED, agency, datasetId) > 0 || count(NEEDED, agency, datasetId) > 0;
    }

    /** The first of the keys under which there is no record. */
    public Optional<String> firstMissing(String datasetId, List<String> keys) {
        return keys.stream()
                .filter(key -> count(
                                "select count(*) from govshare.record where dataset_id = ?1 and key = ?2 and not deleted",
                                datasetId,
                                key)
                        == 0)
                .findFirst();
    }

    private long count(String sql, String first, String second) {
        return ((Number) database.createNativeQuery(sql)
                        .setParameter(1, first)
                        .setParameter(2, second)
                        .getSingleResult())
                .longValue();
    }
}
