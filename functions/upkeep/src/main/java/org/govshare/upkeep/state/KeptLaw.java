package org.govshare.upkeep.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.commands.trail.AuditEntry;
import org.govshare.platform.json.CanonicalJson;
import org.govshare.platform.sql.Cells;
import org.govshare.platform.sql.Sql;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.calendar.HolidayNotice;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.PackRef;
import org.govshare.regulation.pack.ProcedureRef;

/**
 * The law in the database: texts by their digests, and the calendars of all versions. Nothing is recomputed with a text
 * that does not match its digest, with a notice that differs from its entry, or with the calendars from that notice on.
 */
final class KeptLaw {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXTS =
            "select digest, cast(content as text) from govshare.pack_source order by digest";
    private static final String NOTICES = """
            select to_jsonb(n) from (
                select version, year, content, loaded_at, version as id from govshare.holiday_notice) n order by n.version
            """;
    private static final String ENTERED = """
            select at, details ->> 'version', details ->> 'year', details ->> 'content' from govshare.audit_entry
             where action = 'loaded-notice'
            """;

    private final Tally tally;
    private final List<WorkingCalendar> calendars = new ArrayList<>(List.of(WorkingCalendar.builtIn()));
    private Law law = Law.reading(List.of());
    private int newest;

    private KeptLaw(Tally tally) {
        this.tally = tally;
    }

    static KeptLaw read(Connection connection, Tally tally) throws SQLException {
        KeptLaw kept = new KeptLaw(tally);
        kept.texts(connection);
        kept.notices(connection, entered(connection));
        return kept;
    }

    /**
     * The procedure of a case, from the entry of its opening or else from its row; empty if the database does not have
     * one of its texts.
     */
    Optional<EffectiveProcedure> procedure(Row file, Optional<AuditEntry> opening) {
        try {
            return Optional.of(law.procedure(opening.map(KeptLaw::ref).orElseGet(() -> ref(file))));
        } catch (RegulationException e) {
            return Optional.empty();
        }
    }

    private static ProcedureRef ref(AuditEntry opening) {
        List<PackRef> packs = Arrays.stream(opening.details.get("packs").split(" "))
                .map(PackRef::ofWord)
                .toList();
        return new ProcedureRef(opening.details.get("kind"), opening.details.get("variant"), packs);
    }

    private static ProcedureRef ref(Row file) {
        List<PackRef> packs = new ArrayList<>();
        for (JsonNode pack : file.columns().path("packs")) {
            Map<String, String> entry = new HashMap<>();
            pack.properties()
                    .forEach(part -> entry.put(part.getKey(), part.getValue().asText()));
            packs.add(PackRef.of(entry));
        }
        return new ProcedureRef(
                file.text("kind").orElse(""), file.text("variant").orElse(""), packs);
    }

    /** The calendar of a version; empty if one of its notices differs from its entry. */
    Optional<WorkingCalendar> calendar(int version) {
        return version >= 0 && version < calendars.size() ? Optional.of(calendars.get(version)) : Optional.empty();
    }

    /** The version of the newest notice in the database, valid or not; 0 if there is none. */
    int newest() {
        return newest;
    }

    private void texts(Connection connection) throws SQLException {
        Sql.on(connection, TEXTS).each(row -> text(row.getString(1), row.getString(2)));
    }

    private void text(String digest, String content) {
        try {
            PackSource source = PackSource.fromJson(content);
            if (source.digest().equals(digest)) {
                law = law.with(source);
                return;
            }
        } catch (BrokenDocument e) {
            // The code below reports this: a text that cannot be read is not the text that was stored.
        }
        tally.add(Difference.Kind.CHANGED, "pack_source", digest, null, "content", "", "");
    }

    /** The entry of a notice: its moment, its year, and its digest if release 0.2 or later made the entry. */
    private record Entered(Instant at, String year, Optional<String> content) {}

    private static Map<Integer, Entered> entered(Connection connection) throws SQLException {
        Map<Integer, Entered> entered = new HashMap<>();
        Sql.on(connection, ENTERED)
                .each(row -> entered.put(
                        Integer.valueOf(row.getString(2)),
                        new Entered(
                                Cells.instant(row, "at"), row.getString(3), Optional.ofNullable(row.getString(4)))));
        return entered;
    }

    private void notices(Connection connection, Map<Integer, Entered> entered) throws SQLException {
        Sql.on(connection, NOTICES).read(rows -> notices(rows, entered));
        entered.keySet().forEach(version -> tally.missing(null, "holiday_notice", version.toString()));
    }

    /** Whether all notices match their entries. */
    private boolean notices(ResultSet rows, Map<Integer, Entered> entered) throws SQLException {
        boolean sound = true;
        while (rows.next()) {
            Row notice = row(rows.getString(1));
            newest = notice.number("version");
            sound = notice(notice, Optional.ofNullable(entered.remove(notice.number("version")))) && sound;
            if (sound) {
                calendars.add(calendars
                        .get(calendars.size() - 1)
                        .with(HolidayNotice.read(
                                "notice", notice.text("content").orElse(""))));
            }
        }
        return sound;
    }

    /** Whether the notice matches its entry, as far as the trail shows this. */
    private boolean notice(Row notice, Optional<Entered> entry) {
        if (entry.isEmpty()) {
            tally.notEntered(null, notice);
            return false;
        }
        String digest = CanonicalJson.sha256(notice.text("content").orElse(""));
        if (entry.get().content().isEmpty()) {
            tally.count(Tally.Count.OLDER);
        } else if (!entry.get().content().get().equals(digest)) {
            tally.written(null, notice, "content");
            return false;
        }
        tally.equal(null, notice, "year", Integer.valueOf(entry.get().year()));
        tally.equal(null, notice, "loaded_at", entry.get().at());
        return notice.number("version") == calendars.size();
    }

    private static Row row(String json) {
        try {
            return new Row("holiday_notice", JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("jsonb that is not JSON", e);
        }
    }
}
