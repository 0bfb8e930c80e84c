package org.govshare.casework;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** 办件: the row of one case; its clocks, parties and trail are in tables of their own. */
@Entity
@Table(name = "case_file")
public class CaseFile extends PanacheEntityBase {
    @Id
    public UUID id;

    public String kind;
    public String variant;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Map<String, String>> packs;

    public String region;

    @Column(name = "dataset_id")
    public String datasetId;

    @JdbcTypeCode(SqlTypes.CHAR)
    public String requester;

    @JdbcTypeCode(SqlTypes.CHAR)
    public String provider;

    @Column(name = "about_clock")
    public UUID aboutClock;

    @Column(name = "about_case")
    public UUID aboutCase;

    public String step;
    public int leg;
    public boolean closed;

    @Column(name = "opened_at")
    public Instant openedAt;

    @Column(name = "changed_at")
    public Instant changedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> facts;
}
