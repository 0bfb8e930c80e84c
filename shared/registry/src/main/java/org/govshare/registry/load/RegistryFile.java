package org.govshare.registry.load;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of a registry folder, in the order of loading, with their tables. */
enum RegistryFile {
    REGIONS(
            "regions.csv",
            "region",
            List.of("code", "valid_from"),
            List.of("code", "level", "name", "parent_code", "valid_from", "valid_to", "successor_code")),
    AGENCIES(
            "agencies.csv",
            "agency",
            List.of("credit_code"),
            List.of(
                    "credit_code",
                    "name",
                    "name_en",
                    "short_name",
                    "region_code",
                    "kind",
                    "valid_from",
                    "valid_to",
                    "successor_code",
                    "audit_body",
                    "body_kind",
                    "ministry")),
    DATASETS(
            "datasets.csv",
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
            "city_platform",
            List.of("region_code"),
            List.of("region_code", "operator_code", "approved_on", "approval_document", "approval_ended_on")),
    CONTRACTORS(
            "contractors.csv",
            "contractor",
            List.of("contractor_code", "principal_code", "approved_on"),
            List.of(
                    "contractor_code",
                    "contractor_name",
                    "principal_code",
                    "approved_on",
                    "valid_to",
                    "approval_document"));

    /** Columns that a file may leave out if no row has a value for them. */
    static final Set<String> OPTIONAL =
            Set.of("successor_code", "audit_body", "body_kind", "ministry", "approval_ended_on");

    final String fileName;
    final String table;
    final List<String> key;
    final List<String> columns;

    RegistryFile(String fileName, String table, List<String> key, List<String> columns) {
        this.fileName = fileName;
        this.table = table;
        this.key = key;
        this.columns = columns;
    }

    /** The kind of the file of this name. */
    static Optional<RegistryFile> named(String fileName) {
        return Arrays.stream(values())
                .filter(kind -> kind.fileName.equals(fileName))
                .findFirst();
    }
}
