package org.govshare.standalone.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.platform.failure.CommandException;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Body;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.procedure.NoLaw;
import picocli.CommandLine.Option;

/** A case as {@code due} asks for it: whatever texts rule it in a jurisdiction on a day, all together. */
final class Stack {
    private static final String KIND = "share-request";

    @Option(
            names = "--region",
            required = true,
            converter = RegionCode.class,
            description = "Where a case is raised, GB/T 2260: counts by all texts that rule there together.")
    private String region;

    @Option(
            names = {"--share-class", "--class"},
            converter = ClassWord.class,
            description =
                    "Share class (--class is short for it): ${COMPLETION-CANDIDATES}, where the kind differs by it.")
    private ShareClass shareClass;

    @Option(names = "--kind", description = "Kind of procedure, such as verification; default " + KIND + ".")
    private String kind;

    @Option(
            names = "--provider-region",
            converter = RegionCode.class,
            description = "Where the provider is, such as 000000 for a ministry; default: the same.")
    private String providerRegion;

    @Option(
            names = "--on",
            description = "The day on which it is raised, whose law counts; default: the day of --from.")
    private LocalDate on;

    Matter matter(LocalDate start) {
        return matter(kind == null ? KIND : kind, Optional.ofNullable(shareClass), region, providerRegion, day(start));
    }

    private LocalDate day(LocalDate start) {
        return on == null ? start : on;
    }

    /** A case between departments of one place, or of two. */
    static Matter matter(
            String kind, Optional<ShareClass> shareClass, String region, String providerRegion, LocalDate on) {
        List<Body> parties = Stream.of(region, providerRegion == null ? region : providerRegion)
                .map(Body::departmentOf)
                .toList();
        return new Matter(kind, shareClass, parties, on);
    }

    /** @throws CommandException when no text rules it there, saying why and what there is */
    static EffectiveProcedure ruling(Law law, Matter matter, Locale language) {
        if (law.isClosed(matter)) {
            throw new CommandException(
                    new Text("有规定包未能载入，此地暂不受理新办件", "a pack did not load: this jurisdiction is closed to new cases")
                            .in(language));
        }
        return law.effective(matter)
                .orElseThrow(() -> new CommandException(none(law, matter).in(language)));
    }

    private static Text none(Law law, Matter matter) {
        Text why = NoLaw.words(law.unbound(matter));
        String known = law.ruling(matter.region(), matter.on()).stream()
                .flatMap(pack -> pack.procedures().keySet().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return known.isEmpty()
                ? why
                : new Text(why.zh() + "；该地当日有：" + known, why.en() + "; on that day there are: " + known);
    }
}
