package org.govshare.casework;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** 督办阶次: one rung of a clock's ladder in one projection, waiting for its moment, fired, or moot. */
@Entity
@Table(name = "clock_rung")
@IdClass(ClockRung.Key.class)
public class ClockRung extends PanacheEntityBase {
    @Id
    @Column(name = "clock_id")
    public UUID clockId;

    @Id
    public String rung;

    @Id
    public int projection;

    @Column(name = "case_id")
    public UUID caseId;

    @Column(name = "due_at")
    public Instant dueAt;

    public String act;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> addressees;

    @Column(name = "proposed_act")
    public String proposedAct;

    public String pack;
    public String article;
    public boolean moot;

    @Column(name = "fired_at")
    public Instant firedAt;

    @Column(name = "annulled_at")
    public Instant annulledAt;

    /** Fires once for this clock, rung and projection. */
    public record Key(UUID clockId, String rung, int projection) implements Serializable {}
}
