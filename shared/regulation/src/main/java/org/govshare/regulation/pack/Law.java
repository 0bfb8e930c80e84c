package org.govshare.regulation.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.document.Resources;
import org.govshare.regulation.grammar.BackFlow;
import org.govshare.regulation.grammar.Body;
import org.govshare.regulation.grammar.KeepRule;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.reading.PackReader;
import org.govshare.regulation.runner.ProcedureRunners;

/**
 * All packs known, and which of them rule what, where and when. Immutable; {@link #with} and {@link #switchedOn}
 * make another law.
 */
public final class Law {
    /** Packs that may rule new cases, by id. */
    private final Map<String, Pack> packs;
    /** Texts by digest, also those kept only for old cases. */
    private final Map<String, PackSource> texts;

    private final List<BrokenPack> broken;
    private final Set<String> switchedOn;
    private final Map<ProcedureRef, EffectiveProcedure> resolved;

    private Law(
            Map<String, Pack> packs,
            Map<String, PackSource> texts,
            List<BrokenPack> broken,
            Set<String> switchedOn,
            Map<ProcedureRef, EffectiveProcedure> resolved) {
        this.packs = packs;
        this.texts = texts;
        this.broken = List.copyOf(broken);
        this.switchedOn = switchedOn;
        this.resolved = new ConcurrentHashMap<>(resolved);
    }

    /** The packs inside the jar; one that is switched off there rules nothing until it is {@link #switchedOn}. */
    public static Law builtIn() {
        return Holder.BUILT_IN;
    }

    /** The texts inside the jar. */
    public static List<PackSource> builtInSources() {
        return Resources.text("/packs/packs.txt")
                .lines()
                .map(PackSource::builtIn)
                .toList();
    }

    /**
     * The packs given; texts that they refer to need not be among them.
     *
     * @throws BrokenDocument with the flaws of all of them when one is broken or they are not compatible
     */
    public static Law of(List<PackSource> sources) {
        var law = law(new LawReader(ProcedureRunners.NONE).read(sources));
        if (!law.broken.isEmpty()) {
            throw new BrokenDocument(
                    law.broken.stream().flatMap(pack -> pack.flaws().stream()).toList());
        }
        return law;
    }

    /**
     * The packs given, without those that are broken or can't be combined with the ones before them; see
     * {@link #broken()}.
     */
    public static Law reading(List<PackSource> sources) {
        return reading(sources, ProcedureRunners.NONE);
    }

    /** As {@link #reading(List)}; a pack that names an effect which its procedure's runner lacks is broken too. */
    public static Law reading(List<PackSource> sources, ProcedureRunners runners) {
        return law(new LawReader(runners).read(sources).complete());
    }

    private static Law law(LawReader reader) {
        return new Law(reader.packs, reader.texts, reader.broken, Set.of(), Map.of());
    }

    /**
     * The packs inside the jar and in addition those of an operator's folder, some of them switched on; those that are
     * broken are set apart as in {@link #reading}.
     *
     * @param runners of this process, by which effects are judged
     * @throws RegulationException when there is no such folder, or no pack of such a name
     */
    public static Law operated(Optional<Path> folder, List<String> switchedOn, ProcedureRunners runners) {
        var sources = new ArrayList<>(builtInSources());
        folder.filter(path -> !path.toString().isBlank()).ifPresent(path -> {
            if (!Files.isDirectory(path)) {
                throw new RegulationException("There is no folder of packs " + path);
            }
            sources.addAll(PackSource.readAll(path));
        });
        var law = reading(sources, runners);
        for (var id : switchedOn) {
            law = id.isBlank() ? law : law.switchedOn(id.strip());
        }
        return law;
    }

    /** The packs that did not load, each of which closes its jurisdiction to new cases. */
    public List<BrokenPack> broken() {
        return broken;
    }

    /** Whether a pack that did not load would rule there, so that no new case may be opened. */
    public boolean isClosed(String region) {
        return broken.stream().anyMatch(pack -> pack.covers(region));
    }

    /** Whether such a pack would rule at the place of one of the matter's parties. */
    public boolean isClosed(Matter matter) {
        return matter.parties().stream().map(Body::region).anyMatch(this::isClosed);
    }

    /** This law, knowing one more text by its digest: for cases opened under a text that no longer rules. */
    public Law with(PackSource kept) {
        var more = new LinkedHashMap<>(texts);
        more.put(kept.digest(), kept);
        return new Law(packs, more, broken, switchedOn, resolved);
    }

    /**
     * This law with a pack ruling that is switched off by itself, such as a draft; one that did not load keeps its jurisdiction
     * closed.
     *
     * @throws RegulationException when there is no pack of this name, sound or broken
     */
    public Law switchedOn(String id) {
        if (broken.stream().noneMatch(pack -> pack.id().equals(id))) {
            pack(id);
        }
        var on = new TreeSet<>(switchedOn);
        on.add(id);
        return new Law(packs, texts, broken, on, resolved);
    }

    /** A text known by its digest, whether it rules or is kept for old cases; in constant time. */
    public Optional<PackSource> source(String digest) {
        return Optional.ofNullable(texts.get(digest));
    }

    /** All packs that may rule new cases, switched on or off, in the order given. */
    public List<Pack> packs() {
        return List.copyOf(packs.values());
    }

    /** Whether an operator or the pack itself lets it rule. */
    public boolean isOn(Pack pack) {
        return !pack.switchedOff() || switchedOn.contains(pack.id());
    }

    public Pack pack(String id) {
        return Optional.ofNullable(packs.get(id))
                .orElseThrow(() ->
                        new RegulationException("No pack " + id + "; known: " + String.join(", ", packs.keySet())));
    }

    /** The procedure that rules a new case, or nothing where no pack in force does. */
    public Optional<EffectiveProcedure> effective(Matter matter) {
        return binding(matter).effective();
    }

    /** The texts in force that have a procedure for the matter and do not bind all its parties. */
    public List<Unbound> unbound(Matter matter) {
        return binding(matter).unbound();
    }

    private Binding binding(Matter matter) {
        return new Binding(
                matter,
                matter.parties().stream()
                        .map(party -> ruling(party.region(), matter.on()))
                        .toList());
    }

    /** The packs in force on a day that bind an agency. */
    public List<Pack> binding(Body body, LocalDate day) {
        return ruling(body.region(), day).stream()
                .filter(pack -> pack.binds(body))
                .toList();
    }

    /**
     * The procedures by which organs may act about breaches of an agency on a day: powers add up, so that each text that
     * binds it gives its own, the most local first. Whether the text binds the organ too is checked by the caller.
     */
    public List<EffectiveProcedure> organActs(Body obligor, LocalDate on) {
        return binding(obligor, on).stream()
                .sorted(Taking.MOST_LOCAL_FIRST)
                .flatMap(pack -> pack.procedures().values().stream()
                        .filter(procedure -> procedure.organAct().isPresent())
                        .flatMap(procedure ->
                                Stacking.compose(List.of(new Taking(pack, false)), procedure.name()).stream()))
                .toList();
    }

    /** The kinds of procedure that packs have run as one, by the function that runs it; {@link Procedure#ORGAN_ACT} for acts. */
    public Set<String> kindsRunAs(String runsAs) {
        return procedures()
                .filter(procedure -> procedure.runsAs().equals(runsAs))
                .map(Procedure::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What procedures of a kind run as, in whichever pack; nothing where no pack has one. */
    public Optional<String> runsAs(String kind) {
        return procedures()
                .filter(procedure -> procedure.kind().equals(kind))
                .map(Procedure::runsAs)
                .findFirst();
    }

    private Stream<Procedure> procedures() {
        return packs.values().stream()
                .flatMap(pack -> pack.procedures().values().stream())
                .filter(procedure -> procedure.opening().isPresent());
    }

    /** The duty of back-flow in a jurisdiction on a day, by the highest text there that has one. */
    public Optional<BackFlow> backFlow(String region, LocalDate on) {
        return ruling(region, on).stream()
                .filter(pack -> pack.backFlow().isPresent())
                .min(Comparator.comparing(Pack::rank))
                .flatMap(Pack::backFlow);
    }

    /** What the texts want kept that rule anywhere on a day. */
    public List<KeepRule> keep(LocalDate on) {
        return packs.values().stream()
                .filter(pack ->
                        !pack.keep().isEmpty() && ruling(pack.region(), on).contains(pack))
                .flatMap(pack -> pack.keep().stream())
                .toList();
    }

    /** The packs in force in a jurisdiction on a day, without those that another one in force there replaces. */
    public List<Pack> ruling(String region, LocalDate day) {
        var inForce = packs.values().stream()
                .filter(pack -> isOn(pack) && pack.covers(region) && pack.inForce(day))
                .toList();
        var replaced =
                inForce.stream().flatMap(pack -> pack.replaces().stream()).toList();
        return inForce.stream().filter(pack -> !replaced.contains(pack.id())).toList();
    }

    /**
     * What one pack alone says, in force or not.
     *
     * @param procedure by {@link Procedure#name()}, such as {@code share-request-conditional}
     */
    public EffectiveProcedure alone(String pack, String procedure) {
        var known = pack(pack);
        return Stacking.compose(List.of(new Taking(known, false)), procedure)
                .orElseThrow(() -> new RegulationException("No procedure " + procedure + " in " + pack + "; known: "
                        + String.join(", ", known.procedures().keySet())));
    }

    /**
     * The procedure an old case runs under, from the very texts it names.
     *
     * @throws RegulationException when one of them is not known; see {@link #with}
     */
    public EffectiveProcedure procedure(ProcedureRef ref) {
        return resolved.computeIfAbsent(ref, this::resolve);
    }

    private EffectiveProcedure resolve(ProcedureRef ref) {
        var named = ref.packs().stream()
                .map(pack -> new Taking(text(pack), pack.obligorOnly()))
                .toList();
        return Stacking.compose(named, Procedure.nameOf(ref.kind(), ref.variant()))
                .orElseThrow(() -> new RegulationException("The texts of " + ref + " have no such procedure"));
    }

    private Pack text(PackRef ref) {
        var current = packs.get(ref.id());
        if (current != null && current.digest().equals(ref.digest())) {
            return current;
        }
        var kept = texts.get(ref.digest());
        if (kept == null) {
            throw new RegulationException("The text of " + ref.id() + " with digest " + ref.digest() + " is not kept");
        }
        return PackReader.kept(kept, Optional.ofNullable(current));
    }

    /** Defers reading until it is needed. */
    private static final class Holder {
        private static final Law BUILT_IN = of(builtInSources());
    }
}
