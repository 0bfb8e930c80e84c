package org.govshare.regulation.pack;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.procedure.Matter;
import org.govshare.regulation.procedure.ProcedureRef;

/** All packs known, and which of them rule what, where and when. */
public final class Law {

    private Law() {}

    /** The packs inside the jar that are switched on. */
    public static Law builtIn() {
        return new Law();
    }

    /** The packs given. */
    public static Law of(List<PackSource> sources) {
        throw new UnsupportedOperationException("not yet");
    }

    /** This law, knowing one more text by its digest: for cases opened under a text that no longer rules. */
    public Law with(PackSource kept) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The texts behind {@link #packs()}, for keeping by digest. */
    public List<PackSource> sources() {
        throw new UnsupportedOperationException("not yet");
    }

    public List<Pack> packs() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The procedure that rules a new case, or nothing where no pack in force does. */
    public Optional<EffectiveProcedure> effective(Matter matter) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The procedure an old case runs under, from the very texts it names. */
    public EffectiveProcedure procedure(ProcedureRef ref) {
        throw new UnsupportedOperationException("not yet");
    }
}
