package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.explanation.PackTable;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Procedure;
import org.junit.jupiter.api.Test;

class BuiltInPacksTest {

    @Test
    void everyAction_hasThePartiesTold() {
        var silent = new ArrayList<String>();
        for (var pack : Law.builtIn().packs()) {
            for (var procedure : pack.procedures().values()) {
                actions(procedure).stream()
                        .filter(action -> !action.effects().contains("notify"))
                        .forEach(action -> silent.add(pack.id() + " " + procedure.name() + " " + action.name()));
            }
        }
        assertEquals(List.of(), silent);
    }

    /** No text says when somebody is reminded or an act is proposed: each moment is ours, and says so. */
    @Test
    void everyRung_saysWhatWasChosen() {
        var silent = new ArrayList<String>();
        for (var pack : Law.builtIn().packs()) {
            for (var procedure : pack.procedures().values()) {
                procedure
                        .clocks()
                        .values()
                        .forEach(clock -> clock.ladder().stream()
                                .filter(rung -> !rung.basis().map(Basis::chosen).orElse(false))
                                .forEach(rung -> silent.add(pack.id() + " " + clock.name() + " " + rung.name())));
            }
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void everyPack_carriesItsSource_andGuessesNone() {
        for (var pack : Law.builtIn().packs()) {
            assertTrue(pack.source().isPresent(), pack::id);
        }
        var hebei = Law.builtIn().pack("hebei-2022").source().orElseThrow();
        assertEquals(Optional.of("河北省人民政府令〔2022〕第7号"), hebei.number());
        assertEquals(Optional.empty(), hebei.address());
        assertTrue(PackTable.of(Law.builtIn().pack("hebei-2022"), Locale.CHINESE)
                .contains("地址：不详，文号：河北省人民政府令〔2022〕第7号，公布：不详，核对：不详"));
    }

    private static List<Action> actions(Procedure procedure) {
        var actions = new ArrayList<Action>(procedure.everywhere().values());
        procedure.opening().ifPresent(actions::add);
        procedure.steps().values().forEach(step -> actions.addAll(step.actions().values()));
        return actions;
    }
}
