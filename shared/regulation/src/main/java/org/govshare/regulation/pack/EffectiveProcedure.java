package org.govshare.regulation.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.NamedAct;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Step;

/**
 * A procedure as all packs in force together shape it.
 *
 * @param packs that take part; the first gives the steps
 * @param procedure of the first pack, with what the others demand besides
 * @param clocks by name, with the periods that all packs together set
 * @param added what the other packs demand besides, each by the basis of the text that does
 * @param notCarried what the other packs say of such a case and these steps have no place for
 */
public record EffectiveProcedure(
        ProcedureRef ref,
        List<Pack> packs,
        Procedure procedure,
        Map<String, EffectiveClock> clocks,
        List<Addition> added,
        List<Addition> notCarried) {
    public EffectiveProcedure {
        packs = List.copyOf(packs);
        added = List.copyOf(added);
        notCarried = List.copyOf(notCarried);
    }

    /** The pack that gives the steps. */
    public Pack frame() {
        return packs.get(0);
    }

    /** Whether a case cannot be opened without a party: those that other texts add may be unknown to the registry. */
    public boolean needs(String party) {
        return frame().procedures().get(procedure.name()).parties().containsKey(party);
    }

    public Text title() {
        return procedure.title();
    }

    /** The title of the text that a basis cites. */
    public Text titleOf(Basis basis) {
        return cited(basis).map(Pack::title).orElse(new Text(basis.pack(), basis.pack()));
    }

    /** The text that states a rule, by which its parties and organs are found. */
    public Pack packOf(Basis basis) {
        return cited(basis).orElseGet(this::frame);
    }

    private Optional<Pack> cited(Basis basis) {
        return packs.stream().filter(pack -> pack.id().equals(basis.pack())).findFirst();
    }

    /** An act in the words of the texts; one that none of them names has its name for a title. */
    public Text titleOfAct(String name) {
        return packs.stream()
                .flatMap(pack -> Optional.ofNullable(pack.acts().get(name)).stream())
                .map(NamedAct::title)
                .findFirst()
                .orElse(new Text(name, name));
    }

    public EffectiveClock clock(String name) {
        return Optional.ofNullable(clocks.get(name))
                .orElseThrow(() -> new RegulationException("No clock " + name + " in " + procedure.name() + " of "
                        + frame().id() + "; known: " + String.join(", ", clocks.keySet())));
    }

    public Step step(String name) {
        return Optional.ofNullable(procedure.steps().get(name))
                .orElseThrow(() ->
                        new RegulationException("No step " + name + " in " + procedure.name() + " of " + frame().id()));
    }
}
