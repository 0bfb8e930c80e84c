package org.govshare.regulation.runner;

import java.util.HashSet;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The kinds of procedure that a process runs, each with the effects that its actions may name.
 *
 * @param effects by kind of procedure
 * @param needs by kind of procedure, effects of which a procedure of that kind must be able to bring one
 * @param whole these are all runners of the product: a procedure that none of them runs is a mistake of its pack
 */
public record ProcedureRunners(Map<String, Set<String>> effects, Map<String, Set<String>> needs, boolean whole) {
    /** Of a reader of law that runs no procedure and judges no effect. */
    public static final ProcedureRunners NONE = new ProcedureRunners(Map.of(), Map.of(), false);

    /** Those whose modules are on the class path; one function of several knows its own only. */
    public static ProcedureRunners here() {
        var runners = ServiceLoader.load(ProcedureRunner.class);
        var needs = new TreeMap<String, Set<String>>();
        runners.forEach(runner -> runner.runs().forEach(kind -> needs.put(kind, runner.needs())));
        return new ProcedureRunners(declared(runners), needs, false);
    }

    /** The same, where all functions of the product are on the class path. */
    public static ProcedureRunners product() {
        var here = here();
        return new ProcedureRunners(here.effects(), here.needs(), true);
    }

    /** @throws IllegalStateException when two of them run the same kind of procedure */
    static Map<String, Set<String>> declared(Iterable<ProcedureRunner> runners) {
        var common = new HashSet<String>();
        var effects = new TreeMap<String, Set<String>>();
        for (var runner : runners) {
            if (runner.runs().isEmpty()) {
                common.addAll(runner.effects());
            }
            for (var kind : runner.runs()) {
                if (effects.put(kind, new TreeSet<>(runner.effects())) != null) {
                    throw new IllegalStateException("two functions run " + kind);
                }
            }
        }
        effects.values().forEach(of -> of.addAll(common));
        return effects;
    }

    public boolean run(String kind) {
        return effects.containsKey(kind);
    }

    /** The runners with these effects, of which none needs any. */
    public static ProcedureRunners of(Map<String, Set<String>> effects, boolean whole) {
        return new ProcedureRunners(effects, Map.of(), whole);
    }

    /** Every effect that some procedure may name. */
    public Set<String> allEffects() {
        var all = new TreeSet<String>();
        effects.values().forEach(all::addAll);
        return all;
    }
}
