package org.govshare.registry.load;

import java.util.List;

/** The files of a registry folder, in the order of loading, with their tables. */
enum RegistryFile {
    REGIONS(
            "regions.csv",
            "/registry/regions/cn-divisions.csv",
            "region",
            List.of("code", "valid_from"),
            List.of("code", "level", "name", "parent_code", "valid_from", "valid_to")),
    AGENCIES(
            "agencies.csv",
            "/registry/hebei/agencies.csv",
            "agency",
            List.of("credit_code"),
            List.of("credit_code", "name", "name_en", "short_name", "region_code", "kind", "valid_from", "valid_to")),
    DATASETS(
            "datasets.csv",
            "/registry/hebei/datasets.csv",
            "dataset",
            List.of("id"),
            List.of(
                    "id",
                    "title",
                    "title_en",
                    "content",
                    "provider_code",
                    "share_class",
                    "share_conditions",
                    "withheld_basis",
                    "update_frequency",
                    "security_level",
                    "scope_of_use",
                    "base_database",
                    "theme",
                    "record_type",
                    "fields",
                    "valid_from",
                    "valid_to")),
    CITY_PLATFORMS(
            "city-platforms.csv",
            "/registry/hebei/city-platforms.csv",
            "city_platform",
            List.of("region_code"),
            List.of("region_code", "operator_code", "approved_on", "approval_document"));

    final String fileName;
    final String builtIn;
    final String table;
    final List<String> key;
    final List<String> columns;

    RegistryFile(String fileName, String builtIn, String table, List<String> key, List<String> columns) {
        this.fileName = fileName;
        this.builtIn = builtIn;
        this.table = table;
        this.key = key;
        this.columns = columns;
    }
}
