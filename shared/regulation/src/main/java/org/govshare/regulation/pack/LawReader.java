package org.govshare.regulation.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.reading.PackReader;

/** Reads packs one after another; a pack that is broken or can't stand beside the earlier ones is set apart. */
final class LawReader {
    final Map<String, Pack> packs = new LinkedHashMap<>();
    final Map<String, PackSource> texts = new LinkedHashMap<>();
    final List<BrokenPack> broken = new ArrayList<>();

    LawReader read(List<PackSource> sources) {
        sources.forEach(this::read);
        return this;
    }

    private void read(PackSource source) {
        try {
            var pack = PackReader.read(source);
            var flaws = beside(pack);
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

    private List<Flaw> beside(Pack pack) {
        if (packs.containsKey(pack.id())) {
            var file = pack.id() + "/pack.yaml";
            return List.of(new Flaw(file, 1, "pack", "there is a pack of this name already", "Choose another name"));
        }
        return packs.values().stream()
                .flatMap(earlier -> new LawCheck(earlier, pack).flaws().stream())
                .toList();
    }
}
