package org.govshare.regulation.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Covers;
import org.govshare.regulation.grammar.DutyRef;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Limit;
import org.govshare.regulation.grammar.Period;
import org.govshare.regulation.grammar.ReasonRule;
import org.govshare.regulation.grammar.Rung;

/** Reads the clocks of a procedure, or the mere periods that a pack sets for another's clocks. */
final class ClockReader {
    private static final String STARTS = "Write { step: … }, { action: … }, { received-by: PARTY } or { date: FIELD }";

    private final String pack;
    private final Map<String, List<Rung>> ladders;

    ClockReader(String pack, Map<String, List<Rung>> ladders) {
        this.pack = pack;
        this.ladders = ladders;
    }

    Map<String, ClockRule> clocks(Doc procedure) {
        var clocks = new LinkedHashMap<String, ClockRule>();
        procedure.find("clocks").map(Doc::entries).orElse(Map.of()).forEach((name, clock) -> {
            if (clock.find("promptly").isEmpty()) {
                clocks.put(name, clock(name, clock));
            }
        });
        return clocks;
    }

    /** The duties without a day, which are written among the clocks. */
    Map<String, ClockRule> prompt(Doc procedure) {
        var duties = new LinkedHashMap<String, ClockRule>();
        procedure.find("clocks").map(Doc::entries).orElse(Map.of()).forEach((name, duty) -> {
            if (duty.find("promptly").isPresent()) {
                duties.put(name, promptly(name, duty));
            }
        });
        return duties;
    }

    private ClockRule promptly(String name, Doc doc) {
        doc.entries("promptly", "title", "obligor", "starts", "fulfilled-by", "article", "chosen");
        if (!doc.get("promptly").flag()) {
            throw doc.get("promptly").broken("a clock has a day or is promptly: true", "Remove it, and write a period");
        }
        var starts = doc.get("starts");
        starts.entries("step", "action", "received-by");
        return new ClockRule(
                name,
                name,
                Text.read(doc.get("title")),
                doc.get("obligor").text(),
                Period.PROMPTLY,
                Optional.empty(),
                Optional.empty(),
                oneStart(starts, "step"),
                oneStart(starts, "action"),
                oneStart(starts, "received-by"),
                Optional.empty(),
                fulfilledBy(doc),
                List.of(),
                Covers.ALL_PARTIES,
                List.of(),
                List.of(),
                Optional.empty(),
                Basis.read(pack, doc));
    }

    private static Optional<String> oneStart(Doc starts, String key) {
        if (starts.entries().size() != 1) {
            throw starts.broken("a clock starts at a step or on an action", STARTS);
        }
        return starts.find(key).map(Doc::text);
    }

    private static List<String> fulfilledBy(Doc doc) {
        var actions = doc.get("fulfilled-by").items().stream().map(Doc::text).toList();
        if (actions.isEmpty()) {
            throw doc.get("fulfilled-by").broken("nothing fulfils it", "Name the action that does the duty");
        }
        return actions;
    }

    Map<String, Limit> limits(Doc periods) {
        var limits = new LinkedHashMap<String, Limit>();
        periods.entries().forEach((name, doc) -> {
            doc.entries("period", "extension", "article", "chosen");
            var period = Period.read(doc.get("period"));
            limits.put(name, new Limit(period, extension(doc, period), Basis.read(pack, doc)));
        });
        return limits;
    }

    static Map<String, Limit> limits(Map<String, ClockRule> clocks) {
        var limits = new LinkedHashMap<String, Limit>();
        clocks.forEach((name, clock) -> limits.put(name, new Limit(clock.period(), clock.extension(), clock.basis())));
        return limits;
    }

    private ClockRule clock(String name, Doc doc) {
        doc.entries(
                "title",
                "obligor",
                "period",
                "until",
                "extension",
                "starts",
                "fulfilled-by",
                "fulfilled-by-effect",
                "answers",
                "ladder",
                "covers",
                "reason",
                "article",
                "chosen");
        var starts = doc.get("starts");
        starts.entries("step", "action", "received-by", "date");
        var until = doc.find("until").map(Doc::text);
        if (until.isPresent() && doc.find("extension").isPresent()) {
            throw doc.get("extension")
                    .broken("a set date is not extended", "Remove it; the organ can set another date");
        }
        var period = until.isPresent() ? untilDate(doc) : Period.read(doc.get("period"));
        return new ClockRule(
                name,
                name,
                Text.read(doc.get("title")),
                doc.get("obligor").text(),
                period,
                until,
                extension(doc, period),
                oneStart(starts, "step"),
                oneStart(starts, "action"),
                oneStart(starts, "received-by"),
                oneStart(starts, "date"),
                fulfilledBy(doc),
                doc.find("fulfilled-by-effect").map(Doc::items).orElse(List.of()).stream()
                        .map(Doc::text)
                        .toList(),
                doc.find("covers")
                        .map(covers -> covers.oneOf(Covers.class, "cover"))
                        .orElse(Covers.ALL_PARTIES),
                answers(doc),
                ladders.get(doc.get("ladder").oneOf(ladders.keySet(), "ladder")),
                reason(doc),
                Basis.read(pack, doc));
    }

    private Optional<ReasonRule> reason(Doc clock) {
        return clock.find("reason").map(doc -> {
            doc.entries("role", "article", "chosen");
            return new ReasonRule(doc.find("role").map(role -> role.oneOf(Roles.ALL, "role")), Basis.read(pack, doc));
        });
    }

    private static List<DutyRef> answers(Doc clock) {
        return clock.find("answers").map(Doc::items).orElse(List.of()).stream()
                .map(item -> {
                    item.entries("pack", "duty");
                    return new DutyRef(item.get("pack").text(), item.get("duty").text());
                })
                .toList();
    }

    private static Period untilDate(Doc clock) {
        clock.find("period").ifPresent(period -> {
            throw period.broken("a clock has a period or a set date", "Keep period: or until:");
        });
        return Period.UNTIL_DATE;
    }

    private Optional<Extension> extension(Doc clock, Period period) {
        return clock.find("extension").map(doc -> {
            doc.entries("up-to", "total", "consented-by", "role", "tells", "article", "chosen");
            var total = doc.find("total");
            if (total.isPresent() == doc.find("up-to").isPresent()) {
                throw doc.broken(
                        "an extension says what it adds or what it comes to",
                        "Write up-to: for what is added, or total: for period and extension together");
            }
            return new Extension(
                    total.map(most -> most.number(period.amount() + 1) - period.amount())
                            .orElseGet(() -> doc.get("up-to").number(1)),
                    total.isPresent(),
                    doc.get("consented-by").text(),
                    doc.find("role").map(role -> role.oneOf(Roles.ALL, "role")),
                    doc.find("tells").map(Doc::items).orElse(List.of()).stream()
                            .map(Doc::text)
                            .toList(),
                    Basis.read(pack, doc));
        });
    }
}
