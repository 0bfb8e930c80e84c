package org.govshare.regulation.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.BackFlow;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.ContractorRule;
import org.govshare.regulation.grammar.Covers;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.KeepRule;
import org.govshare.regulation.grammar.OrganAct;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Period;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.ReasonRule;
import org.govshare.regulation.grammar.Recurrence;
import org.govshare.regulation.grammar.Rung;
import org.govshare.regulation.grammar.Source;
import org.govshare.regulation.grammar.Step;
import org.govshare.regulation.grammar.Tells;

/** Prints a pack as tables of its procedures, parties, steps and clocks, each line with its article and what was chosen. */
public final class PackTable {
    private final Pack pack;
    private final Locale locale;
    private final PackWords words;
    private final StringBuilder text = new StringBuilder();

    private PackTable(Pack pack, Locale locale) {
        this.pack = pack;
        this.locale = locale;
        this.words = new PackWords(locale);
    }

    /** The pack in Chinese where the locale's language is Chinese, else in English. */
    public static String of(Pack pack, Locale locale) {
        return new PackTable(pack, locale).print();
    }

    private String print() {
        line(pack.id() + "  " + pack.title().in(locale));
        var until = pack.until().map(day -> " – " + day).orElse("");
        line("  " + pack.organ() + ", " + words.of(Doc.nameOf(pack.rank())) + ", " + pack.region() + ", "
                + words.of("in force") + " " + pack.from() + until + cited(List.of(pack.inForce()))
                + (pack.switchedOff() ? ", " + words.of("switched off") : ""));
        pack.note().ifPresent(note -> line("  " + note.in(locale)));
        pack.source().ifPresent(this::source);
        pack.backFlow().ifPresent(this::backFlow);
        pack.contractors().ifPresent(this::contractors);
        pack.binds().basis().ifPresent(basis -> row("binds", "", kinds(), basis));
        pack.keep().forEach(this::keep);
        pack.acts().values().forEach(act -> row("act", act.name(), act.title().in(locale), act.basis()));
        pack.procedures().values().forEach(this::print);
        return text.toString();
    }

    private void source(Source source) {
        var unknown = words.either("不详", "unknown");
        var what = words.either("地址：", "address: ")
                + source.address().orElse(unknown)
                + words.either("，文号：", ", number: ")
                + source.number().orElse(unknown)
                + words.either("，公布：", ", published: ")
                + source.published().map(LocalDate::toString).orElse(unknown)
                + words.either("，核对：", ", checked: ")
                + source.checked().map(LocalDate::toString).orElse(unknown);
        row("source", "", what);
    }

    private void backFlow(BackFlow duty) {
        row("backflow", "approval", words.either("市级平台经审核同意", "the city's platform is approved"), duty.approval());
        row("backflow", "need", words.either("按需求和属地回流", "served by need and territory"), duty.need());
        row("backflow", "refusal", words.either("仅依法不予共享的除外", "only where the law withholds the data"), duty.refusal());
    }

    private String kinds() {
        return words.of(pack.binds().kinds().stream().map(Doc::nameOf).toList());
    }

    private void contractors(ContractorRule rule) {
        row(
                "contract",
                "",
                words.either("受托方不得办理：", "contractors take no part in ") + words.of(rule.notIn()),
                rule.basis());
    }

    private void keep(KeepRule rule) {
        var what = words.of(Doc.nameOf(rule.what()))
                + words.either("，至少保存 " + rule.years() + " 年", ", kept at least " + rule.years() + " years");
        row("keep", "", what, rule.basis());
    }

    private void print(Procedure procedure) {
        line("");
        line(procedure.name() + "  " + procedure.title().in(locale) + runsAs(procedure));
        procedure.parties().values().forEach(party -> {
            var of = party.of()
                    .map(name -> words.either("：", " ") + words.of(name))
                    .orElse("");
            row("party", party.name(), words.of(Doc.nameOf(party.strategy())) + of, party.basis());
        });
        procedure.reachesOut().ifPresent(basis -> {
            row(
                    "binds",
                    "",
                    words.either("也用于向不受其约束的部门申请", "also serves towards agencies that it does not bind"),
                    basis);
        });
        procedure.endedGrant().ifPresent(basis -> {
            row("binds", "", words.either("授权终止后也可以提出", "also possible on a grant that has ended"), basis);
        });
        procedure.organAct().ifPresent(this::organAct);
        procedure
                .recurs()
                .ifPresent(recurs -> recurs(recurs, procedure.opening().orElseThrow()));
        procedure.opening().filter(opening -> procedure.recurs().isEmpty()).ifPresent(opening -> action("", opening));
        procedure.steps().values().forEach(this::step);
        procedure.everywhere().values().forEach(action -> action("* ", action));
        procedure.clocks().values().forEach(this::clock);
        procedure.prompt().values().forEach(this::clock);
        if (procedure.opening().isEmpty()) {
            procedure.limits().forEach((duty, limit) -> {
                row("period", duty, length(limit.period()), limit.basis());
                limit.extension().ifPresent(rules -> extension(rules, limit.period()));
            });
        }
    }

    private String runsAs(Procedure procedure) {
        var own = procedure.runsAs().equals(procedure.kind())
                || procedure.organAct().isPresent();
        return own ? "" : words.either("（办理同 ", " (runs as ") + procedure.runsAs() + words.either("）", ")");
    }

    private void organAct(OrganAct act) {
        row("act", act.answers(), pack.acts().get(act.answers()).title().in(locale));
        act.givers().forEach(giver -> {
            var about = giver.breaches().size() == act.breaches().size()
                    ? ""
                    : ": " + String.join(", ", new TreeSet<>(giver.breaches()));
            row("organ", "", words.of(Doc.nameOf(giver.organ())) + about, giver.basis());
        });
        act.breaches().forEach(item -> {
            var duties = item.duties().entrySet().stream()
                    .map(entry -> entry.getKey() + " " + String.join(", ", entry.getValue()))
                    .toList();
            var what = item.title().in(locale) + (duties.isEmpty() ? "" : ": " + String.join("; ", duties));
            row("breach", item.name(), what, item.basis());
        });
    }

    private void recurs(Recurrence recurs, Action opening) {
        var when = words.either("每年自行立案：", "opens by itself each year: ")
                + recurs.on().toString().substring(2);
        row(
                "recurs",
                "",
                opening.title().in(locale) + ": " + when + ", " + words.of(opening.by()) + " → " + opening.to(),
                opening.basis());
    }

    private void step(Step step) {
        var name = step.name() + (step.closed() ? " (" + words.of("end") + ")" : "");
        row("step", name, step.title().in(locale));
        step.actions().values().forEach(action -> action("  ", action));
    }

    private void action(String indent, Action action) {
        var what = action.title().in(locale) + ": " + words.of(action.by())
                + action.role().map(role -> " (" + words.of(role) + ")").orElse("") + " → " + action.to()
                + (action.effects().isEmpty() ? "" : "; " + words.of(action.effects()))
                + action.tells().stream().map(this::tells).collect(Collectors.joining());
        row("action", indent + action.name(), what, action.basis());
        action.requires().forEach(field -> field(indent, field, "required"));
        action.mayState().forEach(field -> field(indent, field, "may be stated"));
    }

    private String tells(Tells tells) {
        return "; " + words.of(Doc.nameOf(tells.kind())) + words.either("告知：", " to ") + words.of(tells.to());
    }

    private void field(String indent, Field field, String how) {
        var options = field.options().isEmpty()
                ? ""
                : ": " + String.join(" | ", field.options().keySet());
        var what = field.title().in(locale) + " (" + words.of(how) + ")" + options;
        row("field", indent + "  " + field.name(), what, field.basis());
    }

    private void clock(ClockRule clock) {
        var start = clock.startStep()
                        .map(step -> words.either("进入环节 ", "step ") + step)
                        .orElse("")
                + clock.startAction()
                        .map(action -> words.either("操作 ", "action ") + action)
                        .orElse("")
                + clock.startParty()
                        .map(party -> words.either("收到：", "receipt by ") + words.of(party))
                        .orElse("")
                + clock.startDate()
                        .map(date -> words.either("填写的日期 ", "the date stated in ") + date)
                        .orElse("");
        var until = clock.until().map(field -> words.either("至指定日期 ", "until ") + field);
        var promptly = clock.period().equals(Period.PROMPTLY) ? Optional.of(words.either("及时", "promptly")) : until;
        var what = clock.title().in(locale) + ": " + promptly.orElseGet(() -> length(clock.period())) + ", "
                + words.of(clock.obligor()) + ", " + words.either("自" + start + "起", "from " + start)
                + (clock.covers() == Covers.OBLIGOR ? words.either("，仅须约束义务方", ", binds its obligor alone") : "");
        row("clock", clock.name(), what, clock.basis());
        clock.extension().ifPresent(rules -> extension(rules, clock.period()));
        clock.reason().ifPresent(this::reason);
        clock.ladder().forEach(rung -> rung(clock, rung));
    }

    private void extension(Extension extension, Period period) {
        var by = words.of(extension.consentedBy())
                + extension.role().map(role -> " (" + words.of(role) + ")").orElse("");
        var most = extension.toTotal()
                ? words.either("合计至多 ", "in all up to ") + (period.amount() + extension.upTo())
                : words.either("至多 ", "up to ") + extension.upTo();
        var what = most
                + words.either("，经同意：", ", consented by ")
                + by
                + (extension.tells().isEmpty()
                        ? ""
                        : words.either("，告知：", ", notice to ") + words.of(extension.tells()));
        row("extend", "", what, extension.basis());
    }

    private void reason(ReasonRule rule) {
        var what = words.either("有正当理由的不属违规，义务部门可以说明理由", "no breach with a just reason, which the obligor may state")
                + rule.role().map(role -> " (" + words.of(role) + ")").orElse("");
        row("reason", "", what, rule.basis());
    }

    private void rung(ClockRule clock, Rung rung) {
        var act = rung.proposedAct().isEmpty() ? words.of("remind") : proposal(rung.proposedAct());
        var days = words.either("%+d 个工作日", "%+d working days");
        var when = rung.offset() == 0 ? words.of("due") : String.format(Locale.ROOT, days, rung.offset());
        var basis = rung.basis().orElse(clock.basis());
        row("rung", "  " + rung.name(), when + ", " + act + ": " + words.of(rung.to()), basis);
    }

    private String proposal(String act) {
        return words.either("建议", "propose ") + pack.acts().get(act).title().in(locale);
    }

    private String length(Period period) {
        var unit = Doc.nameOf(period.unit());
        return period.amount() + " " + words.either(words.of(unit), unit.replace('-', ' '));
    }

    private void row(String kind, String name, String what, Basis... basis) {
        line(String.format(Locale.ROOT, "  %s%-22s  %s%s", words.label(kind), name, what, cited(List.of(basis))));
    }

    private String cited(List<Basis> bases) {
        var cited = new ArrayList<String>();
        for (var basis : bases) {
            cited.add(words.chinese() ? basis.articleZh() : basis.articleEn());
            basis.note().ifPresent(note -> cited.add(words.of("chosen") + words.either("：", ": ") + note.in(locale)));
        }
        return cited.isEmpty() ? "" : "  [" + String.join("; ", cited) + "]";
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
