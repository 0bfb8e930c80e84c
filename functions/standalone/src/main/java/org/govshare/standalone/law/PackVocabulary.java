package org.govshare.standalone.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.runner.ProcedureRunner;
import org.govshare.regulation.runner.ProcedureRunners;
import org.govshare.regulation.runner.ReliedName;

/** The names that packs share with one another and with the code, as a page of Markdown for authors of packs. */
final class PackVocabulary {
    private static final String HEAD = """
            # Names that packs share

            `./govshare packs vocabulary` writes this page; a test fails when it is out of date. Texts are put upon one another by \
            name: a duty, a party, an action or a field that means the same as in another text must bear the same name \
            (see [how texts stack](pack-format.md#stacking)). The titles are those of the first text named.
            """;

    private final List<Pack> packs;
    private final ProcedureRunners runners;
    private final StringBuilder page = new StringBuilder(HEAD);

    private PackVocabulary(Collection<Pack> packs, ProcedureRunners runners) {
        this.packs = packs.stream()
                .sorted(Comparator.comparing(Pack::rank).thenComparing(Pack::id))
                .toList();
        this.runners = runners;
    }

    /** @param runners of the product, which say what effects there are */
    static String of(Collection<Pack> packs, ProcedureRunners runners) {
        return new PackVocabulary(packs, runners).write();
    }

    private String write() {
        heading("What code goes by", "name | what it is | runs as | what the code does with it");
        Map<String, List<ReliedName>> relied = new TreeMap<>();
        for (ProcedureRunner runner : ServiceLoader.load(ProcedureRunner.class)) {
            String runsAs = runner.runs().isEmpty() ? "all" : codes(new TreeSet<>(runner.runs()));
            relied.computeIfAbsent(runsAs, none -> new ArrayList<>()).addAll(runner.reliesOn());
        }
        relied.forEach((runsAs, names) -> names.forEach(name ->
                row(code(name.name()), name.kind() == ReliedName.Kind.FIELD ? "field" : "party", runsAs, name.use())));
        effects();
        table("Kinds of procedure", "kind | title | texts", this::kinds);
        table("Duties", "kind | duty | title | obligor | texts", this::duties);
        table("Parties", "kind | party | found as | texts", this::parties);
        table("Actions", "kind | action | title | texts", this::actions);
        table("Fields", "kind | field | title | texts", this::fields);
        return page.toString();
    }

    private void effects() {
        heading("Effects", "effect | in procedures that run as | texts that name it");
        Map<String, Set<String>> named = new TreeMap<>();
        procedures((pack, procedure) -> procedure.actions().values().stream()
                .flatMap(PackVocabulary::effects)
                .forEach(effect ->
                        named.computeIfAbsent(effect, none -> new TreeSet<>()).add(pack.id())));
        for (String effect : new TreeSet<>(runners.allEffects())) {
            Set<String> kinds = runners.effects().entrySet().stream()
                    .filter(entry -> entry.getValue().contains(effect))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            String all = kinds.size() == runners.effects().size() ? "all" : codes(kinds);
            row(code(effect), all, codes(named.getOrDefault(effect, Set.of())));
        }
    }

    private static Stream<String> effects(Action action) {
        Stream<String> ofOptions = Stream.concat(action.requires().stream(), action.mayState().stream())
                .flatMap(field -> field.options().values().stream())
                .flatMap(List::stream);
        return Stream.concat(action.effects().stream(), ofOptions);
    }

    private void kinds(Rows rows) {
        procedures((pack, procedure) -> rows.add(pack, titled(procedure.title()), procedure.kind()));
    }

    private void duties(Rows rows) {
        procedures((pack, procedure) -> {
            procedure
                    .clocks()
                    .values()
                    .forEach(clock -> rows.add(
                            pack,
                            titled(clock.title()) + " | " + code(clock.obligor()),
                            procedure.kind(),
                            clock.duty()));
            if (procedure.opening().isEmpty()) {
                procedure.limits().keySet().forEach(duty -> rows.add(pack, " | ", procedure.kind(), duty));
            }
        });
    }

    private void parties(Rows rows) {
        procedures((pack, procedure) -> procedure
                .parties()
                .values()
                .forEach(party -> rows.add(pack, "", procedure.kind(), party.name(), Doc.nameOf(party.strategy()))));
    }

    private void actions(Rows rows) {
        procedures((pack, procedure) -> procedure
                .actions()
                .values()
                .forEach(action -> rows.add(pack, titled(action.title()), procedure.kind(), action.name())));
    }

    private void fields(Rows rows) {
        procedures((pack, procedure) -> procedure.actions().values().stream()
                .flatMap(action -> Stream.concat(action.requires().stream(), action.mayState().stream()))
                .forEach(field -> rows.add(pack, titled(field.title()), procedure.kind(), field.name())));
    }

    private void procedures(BiConsumer<Pack, Procedure> each) {
        packs.forEach(pack -> pack.procedures().values().stream()
                .sorted(Comparator.comparing(Procedure::name))
                .forEach(procedure -> each.accept(pack, procedure)));
    }

    /** Rows by their names, in the names' order; each with what the first text says and all texts that have it. */
    private static final class Rows {
        private final Map<String, String> says = new TreeMap<>();
        private final Map<String, Set<String>> texts = new LinkedHashMap<>();

        void add(Pack pack, String what, String... names) {
            String key = Stream.of(names).map(PackVocabulary::code).collect(Collectors.joining(" | "));
            says.putIfAbsent(key, what);
            texts.computeIfAbsent(key, none -> new TreeSet<>()).add(pack.id());
        }
    }

    private void table(String title, String columns, Consumer<Rows> fill) {
        heading(title, columns);
        Rows rows = new Rows();
        fill.accept(rows);
        rows.says.forEach((key, what) -> {
            List<String> cells = new ArrayList<>(List.of(key));
            if (!what.isEmpty()) {
                cells.add(what);
            }
            cells.add(codes(rows.texts.get(key)));
            row(cells.toArray(String[]::new));
        });
    }

    private void heading(String title, String columns) {
        page.append("\n## ").append(title).append("\n| ").append(columns).append(" |\n");
        page.append("|---".repeat(columns.split("\\|").length)).append("|\n");
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String titled(Text title) {
        return title.zh() + ", " + title.en();
    }

    private static String codes(Set<String> names) {
        return names.stream().map(PackVocabulary::code).collect(Collectors.joining(", "));
    }

    private static String code(String name) {
        return "`" + name + "`";
    }
}
