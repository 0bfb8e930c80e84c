package org.govshare.casework.audit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.govshare.casework.audit.AuditExport.Position;
import org.govshare.casework.messages.CaseworkMessages;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.identity.CreditCode;
import org.govshare.platform.json.Fields;
import org.govshare.platform.query.Query;

/** The filters of an auditor, as they came in the query. */
@RegisterForReflection
public class AuditParameters {
    private static final int DEFAULT_LIMIT = 1_000;
    private static final int MOST = 5_000;
    private static final int PARTS = 3;
    /** Within what both Java and PostgreSQL can hold. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    @QueryParam("case")
    @Parameter(description = "Only the entries of this case.")
    String caseId;

    @QueryParam("agency")
    @Parameter(description = "Only what this agency did: its unified social credit code.")
    String agency;

    @QueryParam("from")
    @Parameter(description = "Not before this moment, such as 2026-01-01T00:00:00Z.")
    String from;

    @QueryParam("to")
    @Parameter(description = "Before this moment.")
    String to;

    @QueryParam("after")
    @Parameter(description = "Where the page before ended: out of its Link header.")
    String after;

    @QueryParam("limit")
    @Parameter(description = "Entries on a page: 1 to 5000, 1000 by default.")
    String limit;

    AuditFilter filter(Query query) {
        return new AuditFilter(
                query.value("case", caseId, Fields::parseUuid, CaseworkMessages.MUST_BE_CASE),
                query.value("agency", agency, AuditParameters::code, PlatformMessages.MUST_BE_CREDIT_CODE),
                moment(query, "from", from),
                moment(query, "to", to));
    }

    int limit(Query query) {
        return query.limit(limit, DEFAULT_LIMIT, MOST);
    }

    Optional<Position> after(Query query) {
        return query.after(after, AuditParameters::position);
    }

    private static Optional<Position> position(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\n");
            return parts.length == PARTS && parts[1].indexOf('\0') < 0
                    ? Optional.of(new Position(within(Instant.parse(parts[0])), parts[1], Long.parseLong(parts[2])))
                            .filter(position -> cursor(position).equals(after))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    static String cursor(Position position) {
        String text = position.at() + "\n" + position.chain() + "\n" + position.seq();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> code(String text) {
        return Optional.of(text).filter(CreditCode::isValid);
    }

    private static Optional<Instant> moment(Query query, String name, String value) {
        return query.value(name, value, AuditParameters::moment, CaseworkMessages.mustBeMoment(EARLIEST, LATEST));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(within(Instant.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant within(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new DateTimeException("out of bounds");
        }
        return at;
    }
}
