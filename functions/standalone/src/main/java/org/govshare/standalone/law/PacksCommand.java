package org.govshare.standalone.law;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govshare.regulation.cases.PackCheck;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.explanation.PackTable;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.runner.ProcedureRunners;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What people who write or apply packs ask of them; no server is needed. */
@Command(name = "packs", description = "Begin, check, list and show packs of law, and say which of them rule.")
public final class PacksCommand {
    private static final String LANGUAGE = "zh or en; default ${DEFAULT-VALUE}.";

    @Spec
    private CommandSpec spec;

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Read packs as strictly as the server does and play their worked cases.",
                "A worked case plays under its own text alone, or under the texts that its line 'under' names, which may"
                        + " be built in."
            })
    int check(
            @Parameters(
                            paramLabel = "FOLDER",
                            arity = "0..1",
                            description = "One pack, or a folder of packs; default: the built-in ones.")
                    Path folder) {
        List<PackSource> sources = folder == null ? Law.builtInSources() : KnownLaw.sources(folder);
        List<PackSource> others = new ArrayList<>(Law.builtInSources());
        List<PackSource> named = new ArrayList<>(others);
        named.addAll(sources);
        boolean sound = true;
        for (PackSource source : sources) {
            PackCheck check = PackCheck.of(source, others, named, ProcedureRunners.product());
            out().println(check.text());
            if (check.stacked() > 0) {
                out().println("  under several texts: " + check.stacked() + " of them");
            }
            check.olderWords().forEach(word -> out().println("  older word: " + word));
            check.notCarried().forEach(line -> out().println("  not carried: " + line));
            sound &= check.sound();
            if (check.sound()) {
                others.removeIf(other -> other.id().equals(source.id()));
                others.add(source);
            }
        }
        return sound ? 0 : 1;
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = {
                "Write a small sound pack to start from, named by its folder.",
                "It has a header, one procedure and two worked cases. Nothing that is there is changed."
            })
    int create(
            @Parameters(
                            paramLabel = "FOLDER",
                            description = "A folder that is not there yet, such as packs/yunxi-2026.")
                    Path folder,
            @Option(
                            names = "--region",
                            converter = RegionCode.class,
                            defaultValue = "990200",
                            description = "GB/T 2260, six digits; default ${DEFAULT-VALUE}, which is no real place.")
                    String region,
            @Option(names = "--lang", defaultValue = "zh", description = LANGUAGE) Language language) {
        new NewPack(folder, region).write().forEach(out()::println);
        out().println(new Text("核对：govshare packs check ", "Check it: govshare packs check ").in(language.locale())
                + folder);
        return 0;
    }

    @Command(
            name = "vocabulary",
            mixinStandardHelpOptions = true,
            description = "Write the names that packs share with one another and with the code, as Markdown"
                    + " (docs/pack-vocabulary.md).")
    int vocabulary(@Mixin KnownLaw known) {
        out().print(PackVocabulary.of(known.law(err()).packs(), ProcedureRunners.product()));
        out().flush();
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the packs, one on each line.")
    int list(
            @Mixin KnownLaw known,
            @Option(names = "--lang", defaultValue = "zh", description = LANGUAGE) Language language) {
        out().print(new RulingTable(known.law(err()), language.locale()).list());
        out().flush();
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Print a pack as a table: procedures, parties, steps, clocks, each with its article.")
    int show(
            @Parameters(paramLabel = "ID", description = "The pack's id.") String id,
            @Mixin KnownLaw known,
            @Option(names = "--lang", defaultValue = "zh", description = LANGUAGE) Language language) {
        out().print(PackTable.of(known.law(err()).pack(id), language.locale()));
        out().flush();
        return 0;
    }

    @Command(
            name = "ruling",
            mixinStandardHelpOptions = true,
            description =
                    "Show which packs rule in a jurisdiction on a day; with --kind also who sets each clock of the procedure,"
                            + " who gave way, what was added and what is not carried, as GET /law/ruling does.")
    int ruling(
            @Option(
                            names = "--region",
                            required = true,
                            converter = RegionCode.class,
                            description = "GB/T 2260, six digits, such as 430100.")
                    String region,
            @Option(names = "--on", required = true, description = "The day, such as 2026-01-05.") LocalDate on,
            @Option(names = "--kind", description = "Such as share-request or verification.") String kind,
            @Option(
                            names = {"--share-class", "--class"},
                            converter = ClassWord.class,
                            description = "Share class (--class is short for it): ${COMPLETION-CANDIDATES}, where the"
                                    + " kind differs by it.")
                    ShareClass shareClass,
            @Option(
                            names = "--provider-region",
                            converter = RegionCode.class,
                            description = "Where the provider is, such as 000000 for a ministry; default: the same.")
                    String providerRegion,
            @Mixin KnownLaw known,
            @Option(names = "--lang", defaultValue = "zh", description = LANGUAGE) Language language) {
        RulingTable table = new RulingTable(known.law(err()), language.locale());
        Matter matter =
                Stack.matter(kind == null ? "" : kind, Optional.ofNullable(shareClass), region, providerRegion, on);
        out().print(kind == null ? table.ruling(region, on) : table.ruling(matter));
        out().flush();
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
