package org.govshare.regulation.explanation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Limit;
import org.govshare.regulation.grammar.OrganAct;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.pack.Basis;
import org.govshare.regulation.pack.Pack;
import org.govshare.regulation.pack.Text;

/** Prints a pack as tables of its procedures, parties, steps and clocks, each line with its article. */
public final class PackTable {
    private final Locale locale;
    private final StringBuilder text = new StringBuilder();

    private PackTable(Locale locale) {
        this.locale = locale;
    }

    /** The pack in Chinese where the locale's language is Chinese, else in English. */
    public static String of(Pack pack, Locale locale) {
        return new PackTable(locale).print(pack);
    }

    private String print(Pack pack) {
        line(pack.id() + "  " + pack.title().in(locale));
        var until = pack.until().map(day -> " – " + day).orElse("");
        line("  " + pack.organ() + ", " + Doc.nameOf(pack.rank()) + ", " + pack.region() + ", " + pack.from() + until
                + (pack.switchedOff() ? ", switched off" : ""));
        pack.note().ifPresent(note -> line("  " + note.in(locale)));
        pack.procedures().values().forEach(this::print);
        return text.toString();
    }

    private void print(Procedure procedure) {
        line("");
        line(procedure.name() + "  " + procedure.title().in(locale));
        procedure.parties().values().forEach(party -> {
            row("party", party.name(), Doc.nameOf(party.strategy()), party.basis());
        });
        procedure.organAct().ifPresent(this::organAct);
        procedure.opening().ifPresent(opening -> action("", opening));
        procedure.steps().values().forEach(step -> {
            row(
                    "step",
                    step.name() + (step.closed() ? " (end)" : ""),
                    step.title().in(locale),
                    List.of());
            step.actions().values().forEach(action -> action("  ", action));
        });
        procedure.everywhere().values().forEach(action -> action("* ", action));
        procedure.clocks().values().forEach(this::clock);
        if (procedure.opening().isEmpty()) {
            procedure.limits().forEach((duty, limit) -> row("period", duty, length(limit), limit.basis()));
        }
    }

    private void action(String indent, Action action) {
        var needs = action.requires().stream().map(field -> field.name()).toList();
        var optional = action.mayState().stream().map(field -> field.name()).toList();
        var what = action.by() + action.role().map(role -> " (" + role + ")").orElse("") + " → " + action.to()
                + (needs.isEmpty() ? "" : ", states " + String.join(", ", needs))
                + (optional.isEmpty() ? "" : ", may state " + String.join(", ", optional))
                + (action.effects().isEmpty() ? "" : ", " + String.join(", ", action.effects()));
        row("action", indent + action.name(), what, action.basis());
    }

    private void organAct(OrganAct act) {
        act.givers().forEach(giver -> row("organ", Doc.nameOf(giver.organ()), act.answers(), giver.basis()));
        act.breaches().forEach(item -> {
            var duties = item.duties().entrySet().stream()
                    .map(entry -> entry.getKey() + " " + String.join(", ", entry.getValue()))
                    .collect(Collectors.joining("; "));
            var what = item.title().in(locale) + (duties.isEmpty() ? "" : ": " + duties);
            row("breach", item.name(), what, item.basis());
        });
    }

    private void clock(ClockRule clock) {
        var start = clock.startStep().map(step -> "step " + step).orElse("")
                + clock.startAction().orElse("");
        var limit = new Limit(clock.period(), clock.extension(), clock.basis());
        var what = clock.until().map(field -> "until " + field).orElseGet(() -> length(limit)) + ", " + clock.obligor()
                + ", from " + start;
        row("clock", clock.name(), what, clock.basis());
        clock.ladder().forEach(rung -> {
            var act = rung.proposedAct().isEmpty() ? "remind" : rung.proposedAct();
            var when = rung.offset() == 0 ? "due" : String.format(Locale.ROOT, "%+d working days", rung.offset());
            var basis = rung.basis().orElse(clock.basis());
            row("rung", "  " + rung.name(), when + ", " + act + " " + String.join(", ", rung.to()), basis);
        });
    }

    private static String length(Limit limit) {
        var period = limit.period();
        var unit = Doc.nameOf(period.unit()).replace('-', ' ');
        var more = limit.extension()
                .map(extension -> " + up to " + extension.upTo())
                .orElse("");
        return period.amount() + " " + unit + more;
    }

    private void row(String kind, String name, String what, Basis basis) {
        var article = "zh".equals(locale.getLanguage()) ? basis.articleZh() : basis.articleEn();
        var chosen = basis.note().map(note -> new Text("所选：", "chosen: ").in(locale) + note.in(locale));
        row(kind, name, what, chosen.map(note -> List.of(article, note)).orElse(List.of(article)));
    }

    private void row(String kind, String name, String what, List<String> basis) {
        var cited = basis.isEmpty() ? "" : "  [" + String.join("; ", basis) + "]";
        line(String.format(Locale.ROOT, "  %-6s  %-22s  %s%s", kind, name, what, cited));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
