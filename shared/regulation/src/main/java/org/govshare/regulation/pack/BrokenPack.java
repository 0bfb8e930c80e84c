package org.govshare.regulation.pack;

import java.util.List;
import java.util.regex.Pattern;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.Regions;

/**
 * A pack that did not load. It closes the jurisdictions that it would rule to new cases, for nobody knows what it would have said.
 *
 * @param region that it names; {@code 000000}, everywhere, where even that can't be read
 */
public record BrokenPack(String id, String region, List<Flaw> flaws) {
    private static final Pattern REGION = Pattern.compile("(?m)^region: *[\"']?(\\d{6})[\"']? *(#.*)?$");

    public BrokenPack {
        flaws = List.copyOf(flaws);
    }

    static BrokenPack of(PackSource source, List<Flaw> flaws) {
        var header = source.files().getOrDefault("pack.yaml", "");
        var region = REGION.matcher(header);
        return new BrokenPack(source.id(), region.find() ? region.group(1) : "000000", flaws);
    }

    /** Whether the region lies where the pack would rule. */
    public boolean covers(String place) {
        return Regions.covers(region, place);
    }
}
