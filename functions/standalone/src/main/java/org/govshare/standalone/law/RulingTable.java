package org.govshare.standalone.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.pack.Unbound;
import org.govshare.regulation.procedure.NoLaw;

/** Packs line by line, and who rules what. */
record RulingTable(Law law, Locale language) {

    /** Every pack known, whether it rules or not. */
    String list() {
        return lines(law.packs());
    }

    /** The packs in force in a jurisdiction. */
    String ruling(String region, LocalDate on) {
        List<Pack> packs = law.ruling(region, on);
        return closed(law.isClosed(region)) + (packs.isEmpty() ? nothing() : lines(packs));
    }

    /** The packs that together shape a procedure, the one that gives the steps first, and who sets each clock. */
    String ruling(Matter matter) {
        return closed(law.isClosed(matter))
                + law.effective(matter).map(this::procedure).orElseGet(this::nothing)
                + law.unbound(matter).stream().map(this::notBinding).collect(Collectors.joining());
    }

    private String procedure(EffectiveProcedure procedure) {
        StringBuilder text = new StringBuilder(lines(procedure.packs()));
        text.append(procedure.procedure().name()).append("  ").append(title(procedure));
        procedure.clocks().values().forEach(clock -> text.append(new ClockLines(clock, language).text()));
        procedure.added().forEach(item -> text.append(Demands.line("增加", "added", item, language)));
        procedure.notCarried().forEach(item -> text.append(Demands.line("未能落实", "not carried", item, language)));
        return text.toString();
    }

    private String title(EffectiveProcedure procedure) {
        return procedure.title().in(language) + "\n";
    }

    private String lines(List<Pack> packs) {
        StringBuilder text = new StringBuilder();
        for (Pack pack : packs) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-22s %s  %-20s %s%s  %s%s%n",
                    pack.id(),
                    pack.region(),
                    Doc.nameOf(pack.rank()),
                    pack.from(),
                    pack.until().map(last -> " – " + last).orElse(""),
                    pack.title().in(language),
                    law.isOn(pack) ? "" : chinese() ? "（未启用）" : " (switched off)"));
        }
        return text.toString();
    }

    private String notBinding(Unbound unbound) {
        return "  " + unbound.pack().id() + ": " + NoLaw.why(unbound).in(language) + "\n";
    }

    private String closed(boolean closed) {
        if (!closed) {
            return "";
        }
        return chinese() ? "有规定包未能载入，此地暂不受理新办件。\n" : "A pack did not load: this jurisdiction is closed to new cases.\n";
    }

    private String nothing() {
        return chinese() ? "没有规定包适用。\n" : "No pack rules there.\n";
    }

    private boolean chinese() {
        return "zh".equals(language.getLanguage());
    }
}
