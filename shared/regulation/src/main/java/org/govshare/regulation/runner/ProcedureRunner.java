package org.govshare.regulation.runner;

import java.util.List;
import java.util.Set;

/**
 * A module's declaration of the procedures that its function runs and of the effects that it has handlers for. Java's
 * {@link java.util.ServiceLoader} finds it, so that the command line knows it as a running function does.
 */
public interface ProcedureRunner {

    /**
     * The kinds of procedure that the function runs; packs have other kinds run as one of them. None where the effects are
     * for every kind of procedure.
     */
    Set<String> runs();

    /** The effects that actions of these procedures may name, such as {@code open-grant}. */
    Set<String> effects();

    /** The fields and parties that the function's code goes by, for authors of packs. */
    default List<ReliedName> reliesOn() {
        return List.of();
    }

    /** Effects of which a procedure of these kinds themselves must be able to bring one, or it would serve nobody; by default none. */
    default Set<String> needs() {
        return Set.of();
    }
}
