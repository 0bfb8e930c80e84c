package org.govshare.upkeep.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.govshare.commands.trail.AuditEntry;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.platform.json.CanonicalJson;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.PackRef;

/** Compares a case's own row, its parties and the addressees of its rungs with its history. */
final class FileCheck {
    private static final String KEPT_FACT = "items";

    private final Tally tally;
    private final Texts texts;

    FileCheck(Tally tally, Pseudonyms pseudonyms) {
        this.tally = tally;
        this.texts = new Texts(tally, pseudonyms);
    }

    void check(CaseRows rows, Row file, Optional<EffectiveProcedure> procedure) {
        CaseHistory history = rows.history();
        AuditEntry last = history.lastAct();
        tally.equal(rows.id(), file, "step", last.details.get("to"));
        if (last.details.containsKey("leg")) {
            tally.equal(rows.id(), file, "leg", Integer.valueOf(last.details.get("leg")));
        }
        procedure
                .flatMap(law -> closed(law, last.details.get("to")))
                .ifPresent(closed -> tally.equal(rows.id(), file, "closed", closed));
        tally.equal(rows.id(), file, "opened_at", history.openedAt());
        tally.equal(rows.id(), file, "changed_at", last.at);
        tally.equal(rows.id(), file, "erased_at", history.erasedAt().orElse(null));
        history.opening().ifPresentOrElse(opening -> opened(rows, file, opening), () -> tally.count(Tally.Count.OLDER));
        facts(rows.id(), file, history);
        addressees(rows);
    }

    private static Optional<Boolean> closed(EffectiveProcedure procedure, String step) {
        try {
            return Optional.of(procedure.step(step).closed());
        } catch (RegulationException e) {
            return Optional.empty();
        }
    }

    private void opened(CaseRows rows, Row file, AuditEntry opening) {
        Map<String, String> details = opening.details;
        for (String column : List.of("kind", "variant", "region", "provider")) {
            tally.equal(rows.id(), file, column, details.get(column));
        }
        tally.equal(rows.id(), file, "dataset_id", details.get("dataset"));
        tally.equal(rows.id(), file, "requester", opening.agency);
        tally.equal(rows.id(), file, "about_clock", details.get("about_clock"));
        tally.equal(rows.id(), file, "about_case", details.get("about_case"));
        String packs = StreamSupport.stream(file.columns().path("packs").spliterator(), false)
                .map(FileCheck::word)
                .collect(Collectors.joining(" "));
        if (!packs.equals(details.get("packs"))) {
            tally.add(
                    Difference.Kind.CHANGED,
                    file.table(),
                    file.key(),
                    rows.id(),
                    "packs",
                    packs,
                    String.valueOf(details.get("packs")));
        }
        parties(rows, details.getOrDefault("parties", ""));
    }

    /** A pack of the case's row as the trail has it. */
    private static String word(JsonNode pack) {
        Map<String, String> entry = new HashMap<>();
        pack.properties()
                .forEach(field -> entry.put(field.getKey(), field.getValue().asText()));
        return PackRef.of(entry).word();
    }

    private void parties(CaseRows rows, String words) {
        List<Row> left = new ArrayList<>(rows.of("case_party"));
        for (String word : words.split(" ")) {
            String[] party = word.split("=", 2);
            // A party that only another text adds, and that the registry lacks, is nobody.
            List<String> agencies = party[1].isEmpty() ? List.of() : Arrays.asList(party[1].split(","));
            for (int i = 0; i < agencies.size(); i++) {
                String key = party[0] + "/" + i;
                String agency = agencies.get(i);
                Optional<Row> row =
                        left.stream().filter(one -> one.key().equals(key)).findFirst();
                row.ifPresentOrElse(
                        one -> tally.equal(rows.id(), one, "agency", agency),
                        () -> tally.missing(rows.id(), "case_party", key));
                row.ifPresent(left::remove);
            }
        }
        left.forEach(row -> tally.notEntered(rows.id(), row));
    }

    private static Set<String> enteredParties(String words) {
        return Arrays.stream(words.split(" "))
                .flatMap(word ->
                        Arrays.stream(word.substring(word.indexOf('=') + 1).split(",")))
                .collect(Collectors.toSet());
    }

    private void facts(UUID id, Row file, CaseHistory history) {
        JsonNode facts = file.columns().path("facts");
        if (history.factsErased()) {
            Set<String> names = new HashSet<>();
            facts.fieldNames().forEachRemaining(names::add);
            names.remove(KEPT_FACT);
            if (!names.isEmpty()) {
                tally.written(id, file, "facts");
            }
        } else if (!texts.same(history.facts(), CanonicalJson.write(facts))) {
            tally.written(id, file, "facts");
        }
    }

    /** Addressees of a rung that are not parties: they may see the case. */
    private void addressees(CaseRows rows) {
        Set<String> parties = rows.history()
                .opening()
                .map(opening -> enteredParties(opening.details.getOrDefault("parties", "")))
                .orElseGet(() -> rows.of("case_party").stream()
                        .flatMap(row -> row.text("agency").stream())
                        .collect(Collectors.toSet()));
        Set<String> others = new LinkedHashSet<>(rows.history().rungs().allAddressees());
        others.removeAll(parties);
        for (Row row : rows.of("case_addressee")) {
            if (!others.remove(row.text("agency").orElse(""))) {
                tally.notEntered(rows.id(), row);
            }
        }
        others.forEach(agency -> tally.missing(rows.id(), "case_addressee", agency));
    }
}
