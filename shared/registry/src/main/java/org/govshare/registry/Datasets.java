package org.govshare.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.sql.Sql;
import org.govshare.regulation.grammar.ShareClass;

/** Reads catalogue entries, always from the database, because the share class decides a case. */
public final class Datasets {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String BY_ID = "SELECT * FROM dataset WHERE id = :id";

    private static final String PAGE = """
            SELECT * FROM dataset
             WHERE id > :after AND valid_from <= :on AND :on < valid_to
               AND (:provider::text IS NULL OR provider_code = :provider)
               AND (:share_class::text IS NULL OR share_class = :share_class)
               AND (:text::text IS NULL
                    OR position(lower(:text) IN lower(concat_ws(' ', id, title, title_en, content))) > 0)
             ORDER BY id LIMIT :limit""";

    private Datasets() {}

    /** The entry of this id, even if it is not valid now. The connection must be able to read the registry's tables. */
    public static Optional<Dataset> byId(Connection connection, String id) throws SQLException {
        return Sql.on(connection, BY_ID).bind("id", id).first(Datasets::read);
    }

    static DatasetPage page(Connection connection, DatasetFilter filter, String after, int limit, LocalDate on)
            throws SQLException {
        List<Dataset> found = Sql.on(connection, PAGE)
                .bind("after", after)
                .bind("on", on)
                .bind("provider", filter.providerCode().orElse(null))
                .bind("share_class", filter.shareClass().map(Enum::name).orElse(null))
                .bind("text", filter.text().orElse(null))
                .bind("limit", limit + 1)
                .list(Datasets::read);
        if (found.size() <= limit) {
            return new DatasetPage(found, Optional.empty());
        }
        List<Dataset> entries = found.subList(0, limit);
        return new DatasetPage(entries, Optional.of(entries.get(limit - 1).id()));
    }

    private static Dataset read(ResultSet row) throws SQLException {
        return new Dataset(
                row.getString("id"),
                row.getString("title"),
                row.getString("title_en"),
                row.getString("content"),
                row.getString("provider_code"),
                ShareClass.valueOf(row.getString("share_class")),
                Optional.ofNullable(row.getString("share_conditions")),
                Optional.ofNullable(row.getString("withheld_basis")),
                row.getString("update_frequency"),
                row.getInt("security_level"),
                row.getString("scope_of_use"),
                Optional.ofNullable(row.getString("base_database")),
                Optional.ofNullable(row.getString("theme")),
                row.getString("record_type"),
                fields(row.getString("fields")),
                RegistrySnapshot.validity(row));
    }

    private static List<DatasetField> fields(String json) throws SQLException {
        List<DatasetField> fields = new ArrayList<>();
        try {
            for (JsonNode field : JSON.readTree(json)) {
                fields.add(new DatasetField(
                        field.path("name").asText(),
                        field.path("title").asText(),
                        field.path("type").asText()));
            }
        } catch (JsonProcessingException e) {
            throw new SQLException("dataset.fields holds no JSON", e);
        }
        return fields;
    }
}
