package org.govshare.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.govshare.registry.CityPlatform;
import org.govshare.registry.Registry;

/** Which agencies hold shared data of a dataset, and which of its records there are. */
@ApplicationScoped
public class Holdings {
    private final EntityManager database;
    private final Registry registry;

    Holdings(EntityManager database, Registry registry) {
        this.database = database;
        this.registry = registry;
    }

    /** Whether the agency reads the dataset under an open grant, or runs the platform of a city to which data flows back. */
    public boolean isSharedWith(String agency, String datasetId) {
        return runsCityPlatform(agency) || count("""
                                select count(*) from govshare.data_grant
                                 where grantee = ?1 and dataset_id = ?2 and closed_at is null
                                """, agency, datasetId) > 0;
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

    private boolean runsCityPlatform(String agency) {
        return registry.cityPlatforms().stream().map(CityPlatform::operatorCode).anyMatch(agency::equals);
    }

    private long count(String sql, String first, String second) {
        return ((Number) database.createNativeQuery(sql)
                        .setParameter(1, first)
                        .setParameter(2, second)
                        .getSingleResult())
                .longValue();
    }
}
