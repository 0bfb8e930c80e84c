package org.govshare.regulation.procedure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.pack.Law;

class DeciderPropertyTest {

    /** A pack and one of its procedures, by itself or under the national text. */
    record Subject(Pack pack, Procedure procedure, boolean decree) {}

    @Provide
    Arbitrary<Subject> subjects() {
        return Arbitraries.of(Law.builtIn().packs().stream()
                .flatMap(pack -> pack.procedures().values().stream()
                        .flatMap(p -> Stream.of(false, true)
                                .filter(decree -> decree || !pack.id().equals(RandomCases.DECREE))
                                .map(decree -> new Subject(pack, p, decree))))
                .toList());
    }

    private static List<CaseState> walk(Subject subject, RandomCases cases) {
        return cases.walk(subject.pack(), subject.procedure());
    }

    @Property(tries = 2000)
    void everyStateReached_isAnEndOrSomebodyCanAct(@ForAll("subjects") Subject subject, @ForAll long seed) {
        var cases = new RandomCases(seed, subject.decree());
        for (var state : walk(subject, cases)) {
            var available = cases.decider.available(state);
            assert state.closed() || !available.isEmpty();
            assert available.stream().noneMatch(action -> action.agencies().isEmpty());
            assert !state.closed() || state.clocks().stream().noneMatch(ClockState::running);
        }
    }

    @Property(tries = 1000)
    void theSameCommands_giveTheSameCase(@ForAll("subjects") Subject subject, @ForAll long seed) {
        assert walk(subject, new RandomCases(seed, subject.decree()))
                .equals(walk(subject, new RandomCases(seed, subject.decree())));
    }

    @Property(tries = 1000)
    void whoIsNotTheActor_changesNothing(@ForAll("subjects") Subject subject, @ForAll long seed) {
        var cases = new RandomCases(seed, subject.decree());
        var stranger = new Actor("stranger@130000", RandomCases.ROLES);
        for (var state : walk(subject, cases)) {
            var before = state.toString();
            for (var action : cases.decider.available(state)) {
                var fields = Map.of("amount", "1", "grounds", "x", "reason", "x");
                var verdict = cases.decider.act(state, new Act(action.action(), stranger, fields), Instant.EPOCH);
                assert verdict instanceof Refusal;
            }
            assert state.toString().equals(before);
        }
    }

    @Property(tries = 500)
    void requiredFieldOfWhichNothingCanBeSeen_isMissing(@ForAll("subjects") Subject subject, @ForAll long seed) {
        var cases = new RandomCases(seed, subject.decree());
        for (var state : walk(subject, cases)) {
            for (var action : cases.decider.available(state)) {
                var act = cases.act(state, action);
                var asked = ofTheEngine(action) ? List.<String>of() : action.requiredFields();
                for (var field : asked) {
                    var fields = new HashMap<>(act.fields());
                    asked.forEach(name -> fields.putIfAbsent(name, "x"));
                    fields.put(field, "\u200b\u00a0");
                    var verdict = cases.decider.act(state, new Act(act.action(), act.actor(), fields), Instant.EPOCH);
                    assert verdict instanceof Refusal refusal
                            && refusal.reason() == Reason.FIELD_MISSING
                            && refusal.field().equals(Optional.of(field));
                }
            }
        }
    }

    /** Their clock may be left out where only one can be meant. */
    private static boolean ofTheEngine(AvailableAction action) {
        return Extensions.NAMES.contains(action.action()) || action.action().equals(Reasons.STATE);
    }

    @Property(tries = 1000)
    void dueMoments_areMonotonicAndRungsInOrder(@ForAll("subjects") Subject subject, @ForAll long seed) {
        var cases = new RandomCases(seed, subject.decree());
        for (var state : walk(subject, cases)) {
            var procedure = cases.law.procedure(state.procedure());
            for (var clock : state.clocks()) {
                var due = new Clocks().due(procedure, clock, cases.calendar);
                var more =
                        new Clocks().due(procedure, clock.with(clock.extension() + 1, clock.asked()), cases.calendar);
                assert due.due().isAfter(clock.startedAt());
                assert clock.setDate().isPresent()
                        ? more.equals(due)
                        : more.due().isAfter(due.due());
                var rungs = new Clocks().rungs(procedure, state.parties(), clock, new CaseOrgans(), cases.calendar);
                assert Stream.iterate(1, i -> i < rungs.size(), i -> i + 1)
                        .allMatch(i ->
                                !rungs.get(i).at().isBefore(rungs.get(i - 1).at()));
                assert rungs.stream().noneMatch(r -> r.addressees().isEmpty());
                assert rungs.stream()
                        .allMatch(r -> !r.at().plus(Duration.ofDays(1)).isBefore(clock.startedAt()));
            }
        }
    }
}
