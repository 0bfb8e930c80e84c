package org.govshare.regulation.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.reading.PackReader;
import org.govshare.regulation.runner.ProcedureRunners;

/** Reads packs one after another; a pack that is broken or not compatible with the earlier ones is set apart. */
final class LawReader {
    /** What programs write in the place of a character that they could not read. */
    private static final char LOST = '\uFFFD';

    private final ProcedureRunners runners;

    final Map<String, Pack> packs = new LinkedHashMap<>();
    final Map<String, PackSource> texts = new LinkedHashMap<>();
    final List<BrokenPack> broken = new ArrayList<>();

    LawReader(ProcedureRunners runners) {
        this.runners = runners;
    }

    LawReader read(List<PackSource> sources) {
        sources.forEach(this::read);
        return this;
    }

    /** Sets apart those too that refer to what no text has; until then a text may refer to one that comes later. */
    LawReader complete() {
        var ids = new HashSet<>(packs.keySet());
        broken.forEach(pack -> ids.add(pack.id()));
        var references = new References(ids, List.copyOf(packs.values()));
        for (var pack : List.copyOf(packs.values())) {
            var source = texts.get(pack.digest());
            var flaws = references.flaws(pack, source);
            if (!flaws.isEmpty()) {
                packs.remove(pack.id());
                texts.remove(pack.digest());
                broken.add(BrokenPack.of(source, flaws));
            }
        }
        return this;
    }

    private void read(PackSource source) {
        var unreadable = unreadable(source);
        if (!unreadable.isEmpty()) {
            broken.add(BrokenPack.of(source, unreadable));
            return;
        }
        try {
            var pack = PackReader.read(source, runners);
            var flaws = amongOthers(new Written(pack, source));
            if (flaws.isEmpty()) {
                packs.put(pack.id(), pack);
                texts.put(pack.digest(), source);
            } else {
                broken.add(BrokenPack.of(source, flaws));
            }
        } catch (BrokenDocument e) {
            broken.add(BrokenPack.of(source, e.flaws()));
        }
    }

    private static List<Flaw> unreadable(PackSource source) {
        var flaws = new ArrayList<Flaw>();
        source.law().forEach((name, text) -> {
            if (source.unreadable().containsKey(name)) {
                flaws.add(source.unreadable().get(name));
            } else if (text.indexOf(LOST) >= 0) {
                var file = source.id() + "/" + name;
                flaws.add(
                        new Flaw(file, lineOf(text), "", "it holds U+FFFD for a character that was lost", "Write it"));
            }
        });
        return flaws;
    }

    private static int lineOf(String text) {
        return 1
                + (int) text.chars()
                        .limit(text.indexOf(LOST))
                        .filter(c -> c == '\n')
                        .count();
    }

    private List<Flaw> amongOthers(Written later) {
        if (packs.containsKey(later.pack().id())) {
            return List.of(later.header("pack").flaw("there is a pack of this name already", "Choose another name"));
        }
        return packs.values().stream()
                .map(earlier -> new Written(earlier, texts.get(earlier.digest())))
                .flatMap(earlier -> new LawCheck(earlier, later).flaws().stream())
                .toList();
    }
}
