package org.govshare.casework;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.regulation.clock.ClockEnd;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** 期限: a statutory clock of a case. Its due moment is a projection, kept so that it can be searched. */
@Entity
@Table(name = "case_clock")
public class CaseClock extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "case_id")
    public UUID caseId;

    public String rule;
    public int ordinal;
    public String duty;

    @JdbcTypeCode(SqlTypes.CHAR)
    public String obligor;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "set_date")
    public LocalDate setDate;

    public int extension;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> asked;

    /** What the obligor has stated as its reasons for being late, the last one last; null where nothing. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Map<String, String>> reasons;

    @Column(name = "ended_at")
    public Instant endedAt;

    @Enumerated(EnumType.STRING)
    public ClockEnd ended;

    @Column(name = "due_at")
    public Instant dueAt;

    @Column(name = "last_day")
    public LocalDate lastDay;

    public boolean provisional;
    public int projection;

    @Column(name = "counted_to")
    public LocalDate countedTo;

    public int calendar;

    /** Whether the period is over and the duty was not done in it; stays true when it is done late. */
    public boolean breached(Instant lawNow) {
        if (ended == ClockEnd.LAPSED) {
            return !endedAt.isBefore(dueAt);
        }
        return !(endedAt == null ? lawNow : endedAt).isBefore(dueAt);
    }
}
