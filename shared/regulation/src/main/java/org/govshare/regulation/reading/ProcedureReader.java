package org.govshare.regulation.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.BreachItem;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.Limit;
import org.govshare.regulation.grammar.Party;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Rung;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.grammar.Step;
import org.govshare.regulation.grammar.Tells;

/** Reads one procedure file; whether its parts fit together is for {@link ProcedureCheck}. */
final class ProcedureReader {
    private static final String[] KINDS =
            Stream.of(Tells.Kind.values()).map(Doc::nameOf).toArray(String[]::new);

    private final String pack;
    private final Doc doc;
    private final Map<String, Party> parties;
    private final ClockReader clocks;
    private final OrganActReader organActs;

    ProcedureReader(
            String pack,
            Doc doc,
            Map<String, Party> packParties,
            Map<String, List<Rung>> ladders,
            Map<String, List<BreachItem>> breaches,
            ActNames acts) {
        this.pack = pack;
        this.doc = doc;
        this.parties = new LinkedHashMap<>(packParties);
        this.clocks = new ClockReader(pack, ladders);
        this.organActs = new OrganActReader(pack, breaches, acts);
    }

    Procedure read() {
        return doc.find("periods").isPresent() ? onlyPeriods() : withSteps();
    }

    private Procedure onlyPeriods() {
        doc.entries("procedure", ShareClass.KEY, ShareClass.OLDER_KEY, "title", "periods");
        return procedure(Optional.empty(), Map.of(), Map.of(), Map.of(), clocks.limits(doc.get("periods")));
    }

    private Procedure withSteps() {
        doc.entries(
                "procedure",
                ShareClass.KEY,
                ShareClass.OLDER_KEY,
                "runs-as",
                "title",
                "organ-act",
                "reaches-out",
                "ended-grant",
                "parties",
                "open",
                "recurs",
                "steps",
                "everywhere",
                "clocks");
        if (doc.find("organ-act").isPresent() || doc.find("recurs").isPresent()) {
            parties.clear();
        }
        parties.putAll(HeaderReader.parties(pack, doc));
        var rules = clocks.clocks(doc);
        var opening = opening();
        return procedure(Optional.of(opening), steps(), rules, clocks.prompt(doc), ClockReader.limits(rules));
    }

    private Action opening() {
        var recurs = doc.find("recurs");
        if (recurs.isEmpty()) {
            return action("open", doc.get("open"), Optional.empty());
        }
        doc.find("open").ifPresent(open -> {
            throw open.broken("a case is opened by an action or opens by itself", "Keep open: or recurs:");
        });
        return RecurrenceReader.opening(pack, recurs.get());
    }

    private Procedure procedure(
            Optional<Action> opening,
            Map<String, Step> steps,
            Map<String, ClockRule> rules,
            Map<String, ClockRule> prompt,
            Map<String, Limit> limits) {
        return new Procedure(
                doc.get("procedure").text(),
                doc.find(ShareClass.KEY, ShareClass.OLDER_KEY)
                        .map(name -> name.oneOf(ShareClass.class, "share class").name())
                        .orElse(""),
                runsAs(),
                Text.read(doc.get("title")),
                parties,
                doc.find("organ-act").map(organActs::read),
                doc.find("recurs").map(RecurrenceReader::recurrence),
                opening,
                steps,
                actions(doc, "everywhere", Optional.empty()),
                rules,
                prompt,
                limits,
                basis("reaches-out"),
                basis("ended-grant"));
    }

    private Optional<Basis> basis(String key) {
        return doc.find(key).map(rule -> {
            rule.entries("article", "chosen");
            return Basis.read(pack, rule);
        });
    }

    private String runsAs() {
        var named = doc.find("runs-as");
        var runsAs = named.orElse(doc.get("procedure"));
        if (doc.find("organ-act").isPresent()) {
            named.ifPresent(place -> {
                throw place.broken("an organ's act runs as nothing else", "Remove runs-as");
            });
            return Procedure.ORGAN_ACT;
        }
        if (runsAs.text().equals(Procedure.ORGAN_ACT)) {
            throw runsAs.broken(
                    "only a procedure with organ-act: is an organ's act", "Name another, or add organ-act: …");
        }
        return runsAs.text();
    }

    private Map<String, Step> steps() {
        var steps = new LinkedHashMap<String, Step>();
        doc.get("steps").entries().forEach((name, step) -> {
            step.entries("title", "party", "closed", "prevails", "actions");
            var party = step.find("party").map(Doc::text);
            var closed = step.find("closed").map(Doc::flag).orElse(false);
            var prevails = step.find("prevails").map(Doc::flag).orElse(false);
            var actions = actions(step, "actions", party);
            steps.put(name, new Step(name, Text.read(step.get("title")), party, closed, prevails, actions));
        });
        return steps;
    }

    private Map<String, Action> actions(Doc parent, String key, Optional<String> party) {
        var actions = new LinkedHashMap<String, Action>();
        parent.find(key).map(Doc::entries).orElse(Map.of()).forEach((name, action) -> {
            actions.put(name, action(name, action, party));
        });
        return actions;
    }

    private Action action(String name, Doc action, Optional<String> party) {
        action.entries(
                "title",
                "by",
                "role",
                "to",
                "climbs",
                "completes",
                "once",
                "requires",
                "may-state",
                "effects",
                "tells",
                "article",
                "chosen");
        return new Action(
                name,
                Text.read(action.get("title")),
                by(action, party),
                action.find("role").map(role -> role.oneOf(Roles.ALL, "role")),
                Optional.empty(),
                action.get("to").text(),
                action.find("climbs").map(Doc::flag).orElse(false),
                action.find("completes").map(Doc::flag).orElse(false),
                action.find("once").map(Doc::flag).orElse(false),
                fields(action, "requires"),
                fields(action, "may-state"),
                effects(action),
                tells(action),
                Basis.read(pack, action));
    }

    /** One party or a list of them; by default the step's. */
    private static List<String> by(Doc action, Optional<String> party) {
        if (party.isPresent() && action.find("by").isEmpty()) {
            return List.of(party.get());
        }
        var by = action.get("by");
        var names = by.isList() ? by.items().stream().map(Doc::text).toList() : List.of(by.text());
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw by.broken("it names nobody, or a party twice", "Name each party once");
        }
        return names;
    }

    private List<Field> fields(Doc action, String key) {
        var fields = new ArrayList<Field>();
        for (var field : action.find(key).map(Doc::items).orElse(List.of())) {
            field.entries("field", "title", "kind", "options", "article", "chosen");
            var options = new LinkedHashMap<String, List<String>>();
            field.find("options").map(Doc::entries).orElse(Map.of()).forEach((value, option) -> {
                option.entries("effects");
                options.put(value, effects(option));
            });
            var kind = options.isEmpty()
                    ? field.find("kind")
                            .map(k -> k.oneOf(Field.Kind.class, "kind of field"))
                            .orElse(Field.Kind.TEXT)
                    : Field.Kind.ONE_OF;
            if (kind == Field.Kind.ONE_OF && options.isEmpty()) {
                throw field.broken("it has no options", "Add options: { value: {} , … }");
            }
            var title = Text.read(field.get("title"));
            fields.add(new Field(field.get("field").text(), title, kind, options, Basis.read(pack, field)));
        }
        return fields;
    }

    private static List<String> effects(Doc doc) {
        return doc.find("effects").map(Doc::items).orElse(List.of()).stream()
                .map(Doc::text)
                .toList();
    }

    private static List<Tells> tells(Doc action) {
        var tells = new ArrayList<Tells>();
        action.find("tells")
                .ifPresent(notices -> notices.entries(KINDS).forEach((kind, to) -> {
                    var parties = to.items().stream().map(Doc::text).toList();
                    if (parties.isEmpty()) {
                        throw to.broken("it is addressed to nobody", "Name a party");
                    }
                    tells.add(new Tells(Tells.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), parties));
                }));
        return tells;
    }
}
