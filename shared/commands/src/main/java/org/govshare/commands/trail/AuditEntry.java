package org.govshare.commands.trail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.govshare.platform.json.CanonicalJson;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One entry of the trail (留痕), which has the hash of the entry before it in its chain. */
@Entity
@Immutable
@Table(name = "audit_entry")
@IdClass(AuditEntry.Key.class)
public class AuditEntry extends PanacheEntityBase {
    /** The previous hash of a chain's first entry. */
    public static final String START = "0".repeat(64);

    @Id
    public String chain;

    @Id
    public long seq;

    @Column(name = "case_id")
    public UUID caseId;

    public Instant at;
    public String agency;
    public String person;
    public String action;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> details;

    @JdbcTypeCode(SqlTypes.CHAR)
    public String previous;

    @JdbcTypeCode(SqlTypes.CHAR)
    public String hash;

    /**
     * Reads a row that has all columns under their names; details that are not a map of texts become a value that
     * matches no hash.
     */
    public static AuditEntry of(ResultSet row) throws SQLException {
        AuditEntry entry = new AuditEntry();
        entry.chain = row.getString("chain");
        entry.seq = row.getLong("seq");
        entry.caseId = row.getObject("case_id", UUID.class);
        entry.at = row.getObject("at", OffsetDateTime.class).toInstant();
        entry.agency = row.getString("agency");
        entry.person = row.getString("person");
        entry.action = row.getString("action");
        entry.details = AuditRows.details(row.getString("details"));
        entry.previous = row.getString("previous");
        entry.hash = row.getString("hash");
        return entry;
    }

    /**
     * SHA-256 over every other column in a fixed order; the length before each text keeps two neighbours from being
     * confused.
     */
    public String computeHash() {
        StringBuilder text = new StringBuilder();
        for (Object part :
                new Object[] {chain, seq, caseId, at, agency, person, action, canonicalDetails(), previous}) {
            String written = String.valueOf(part);
            text.append(written.length()).append(':').append(written).append('\n');
        }
        return CanonicalJson.sha256(text.toString());
    }

    private String canonicalDetails() {
        StringBuilder text = new StringBuilder();
        new java.util.TreeMap<>(details)
                .forEach((name, value) -> text.append(name.length())
                        .append(':')
                        .append(name)
                        .append(value.length())
                        .append(':')
                        .append(value));
        return text.toString();
    }

    /** An entry's number in its chain. */
    public record Key(String chain, long seq) implements Serializable {}
}
