package org.govshare.casework;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Which agency is which party of a case; fixed when the case is opened. */
@Entity
@Table(name = "case_party")
@IdClass(CaseParty.Key.class)
public class CaseParty extends PanacheEntityBase {
    @Id
    @Column(name = "case_id")
    public UUID caseId;

    @Id
    public String party;

    @Id
    public int position;

    @JdbcTypeCode(SqlTypes.CHAR)
    public String agency;

    @Column(name = "opened_at")
    public Instant openedAt;

    /** The order within a party: several agencies follow one another on the way through authorities. */
    public record Key(UUID caseId, String party, int position) implements Serializable {}
}
