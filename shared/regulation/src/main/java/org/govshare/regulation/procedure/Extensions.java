package org.govshare.regulation.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.clock.ExtensionAsked;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.explanation.PackWords;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.pack.EffectiveProcedure;

/**
 * The three actions that every clock with an extension has: the obligor asks before the period ends, with grounds;
 * the party that the pack names consents or denies while the clock still runs, be its period over or not (the texts
 * set no time for the answer; a pack marks that as chosen on its extension). Fields: {@code clock} (may be left out when only one can be meant), {@code amount} and {@code grounds} to
 * ask, {@code reason} to deny.
 */
final class Extensions {
    static final String ASK = "ask-extension";
    static final String CONSENT = "consent-extension";
    static final String DENY = "deny-extension";
    static final Set<String> NAMES = Set.of(ASK, CONSENT, DENY);

    private final EffectiveProcedure procedure;
    private final Refusals refusals;
    private final WorkingCalendar calendar;

    Extensions(EffectiveProcedure procedure, WorkingCalendar calendar) {
        this.procedure = procedure;
        this.refusals = new Refusals(procedure);
        this.calendar = calendar;
    }

    Verdict act(CaseState state, Act act, Instant now) {
        var named = Optional.ofNullable(act.fields().get("clock"));
        var extendable = state.clocks().stream()
                .filter(clock -> clock.running() && rule(clock).isPresent())
                .toList();
        var candidates = extendable.stream()
                .filter(clock -> named.map(clock.rule()::equals).orElse(true))
                .toList();
        if (candidates.size() != 1) {
            return whichClock(extendable, named.isPresent());
        }
        var clock = candidates.get(0);
        var rule = rule(clock).orElseThrow();
        return switch (act.action()) {
            case ASK -> ask(state, clock, rule, act, now);
            case CONSENT ->
                answer(
                        state,
                        clock,
                        rule,
                        act,
                        asked -> clock.with(clock.extension() + asked.amount(), Optional.empty()));
            default -> deny(state, clock, rule, act);
        };
    }

    private Optional<Extension> rule(ClockState clock) {
        return procedure.clock(clock.rule()).extension();
    }

    private Verdict ask(CaseState state, ClockState clock, Extension rule, Act act, Instant now) {
        if (!act.actor().agency().equals(clock.obligor())) {
            var obligor = procedure.clock(clock.rule()).rule().obligor();
            return refusals.notTheActor(List.of(obligor), List.of(clock.obligor()), rule.basis());
        }
        if (clock.asked().isPresent()) {
            return refuse(Reason.ALREADY_ASKED, rule, RefusalMessages.ALREADY_ASKED);
        }
        if (new Clocks().due(procedure, clock, calendar).isLate(now)) {
            return refuse(Reason.ALREADY_DUE, rule, RefusalMessages.ALREADY_DUE);
        }
        var left = rule.upTo() - clock.extension();
        var grounds = act.fields().get("grounds");
        if (grounds == null) {
            return missing("grounds", rule, RefusalMessages.EXTENSION_NEEDS_GROUNDS);
        }
        var amount = amount(act.fields());
        if (left > 0 && amount.isEmpty()) {
            return noAmount(act.fields().containsKey("amount"), clock, rule, left);
        }
        if (left == 0 || amount.get() > left) {
            return tooLong(clock, rule, left);
        }
        var asked = new ExtensionAsked(amount.get(), grounds, now);
        return decided(state, act, clock, clock.with(clock.extension(), Optional.of(asked)), rule);
    }

    private Verdict deny(CaseState state, ClockState clock, Extension rule, Act act) {
        if (!act.fields().containsKey("reason") && isConsenter(state, rule, act.actor())) {
            return missing("reason", rule, RefusalMessages.DENIAL_NEEDS_REASON);
        }
        return answer(state, clock, rule, act, asked -> clock.with(clock.extension(), Optional.empty()));
    }

    private Verdict answer(
            CaseState state, ClockState clock, Extension rule, Act act, Function<ExtensionAsked, ClockState> change) {
        if (!isConsenter(state, rule, act.actor())) {
            return refusals.notTheActor(List.of(rule.consentedBy()), consenters(state, rule), rule.basis());
        }
        if (rule.role().filter(role -> !act.actor().roles().contains(role)).isPresent()) {
            return refusals.notTheRole(rule.role().get(), rule.basis());
        }
        if (clock.asked().isEmpty()) {
            return refuse(Reason.NOT_ASKED, rule, RefusalMessages.NOT_ASKED);
        }
        return decided(state, act, clock, change.apply(clock.asked().get()), rule);
    }

    private static boolean isConsenter(CaseState state, Extension rule, Actor actor) {
        return consenters(state, rule).contains(actor.agency());
    }

    private static List<String> consenters(CaseState state, Extension rule) {
        return state.parties().getOrDefault(rule.consentedBy(), List.of());
    }

    private static Optional<Integer> amount(Map<String, String> fields) {
        var text = fields.getOrDefault("amount", "");
        return text.matches("[1-9]\\d{0,2}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Decision decided(CaseState state, Act act, ClockState before, ClockState after, Extension rule) {
        var clocks = new ArrayList<>(state.clocks());
        clocks.set(clocks.indexOf(before), after);
        return new Decision(
                state.with(clocks),
                act.action(),
                state.step(),
                state.step(),
                List.of("notify"),
                rule.basis(),
                Optional.of(after.rule()).filter(name -> after.extension() > before.extension()));
    }

    private Refusal missing(String field, Extension rule, Text message) {
        return refusals.of(Reason.FIELD_MISSING, Optional.of(field), rule.basis(), message);
    }

    /** No single clock is meant: of those that can be extended now one must be named, if there are any. */
    private static Refusal whichClock(List<ClockState> extendable, boolean named) {
        var names = extendable.stream().map(ClockState::rule).toList();
        if (names.isEmpty()) {
            return refusal(Reason.NOT_EXTENDABLE, RefusalMessages.NOT_EXTENDABLE);
        }
        return refusal(named ? Reason.FIELD_INVALID : Reason.FIELD_MISSING, RefusalMessages.whichClock(names));
    }

    private static Refusal refusal(Reason reason, Text message) {
        return new Refusal(reason, Optional.of("clock"), Optional.empty(), message);
    }

    private Refusal noAmount(boolean stated, ClockState clock, Extension rule, int left) {
        var unit = unit(clock);
        var message = RefusalMessages.extensionAmount(left, unit);
        var reason = stated ? Reason.FIELD_INVALID : Reason.FIELD_MISSING;
        return refusals.of(reason, Optional.of("amount"), rule.basis(), message);
    }

    private Refusal tooLong(ClockState clock, Extension rule, int left) {
        var unit = unit(clock);
        var message = RefusalMessages.extensionTooLong(rule.upTo(), unit, left);
        return refusals.of(Reason.EXTENSION_TOO_LONG, Optional.of("amount"), rule.basis(), message);
    }

    private Text unit(ClockState clock) {
        return PackWords.unit(procedure.clock(clock.rule()).rule().period().unit());
    }

    private Refusal refuse(Reason reason, Extension rule, Text message) {
        return refusals.of(reason, Optional.empty(), rule.basis(), message);
    }

    /** What can be done now about the extensions of running clocks; whether a period has ended is not looked at. */
    List<AvailableAction> available(CaseState state) {
        var actions = new ArrayList<AvailableAction>();
        for (var clock : state.clocks()) {
            var rule = rule(clock);
            if (!clock.running() || rule.isEmpty()) {
                continue;
            }
            var consenters = consenters(state, rule.get());
            if (clock.asked().isPresent()) {
                var by = rule.get().consentedBy();
                actions.add(action(
                        CONSENT, RefusalMessages.CONSENT_TO_EXTENSION, by, consenters, rule.get(), List.of("clock")));
                actions.add(action(
                        DENY, RefusalMessages.DENY_EXTENSION, by, consenters, rule.get(), List.of("clock", "reason")));
            } else if (clock.extension() < rule.get().upTo()) {
                var by = procedure.clock(clock.rule()).rule().obligor();
                var fields = List.of("clock", "amount", "grounds");
                actions.add(action(
                        ASK, RefusalMessages.ASK_FOR_EXTENSION, by, List.of(clock.obligor()), rule.get(), fields));
            }
        }
        return actions;
    }

    private static AvailableAction action(
            String name, Text title, String party, List<String> agencies, Extension rule, List<String> fields) {
        var role = name.equals(ASK) ? Optional.<String>empty() : rule.role();
        return new AvailableAction(name, title, party, agencies, role, fields, List.of(), rule.basis());
    }
}
