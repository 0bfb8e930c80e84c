package org.govshare.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.govshare.casework.audit.AuditExport;
import org.govshare.casework.audit.AuditFilter;
import org.govshare.casework.audit.AuditScope;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.commands.trail.TrailWriter;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.time.TimeSources;
import org.govshare.regulation.document.Text;
import org.govshare.standalone.law.Language;
import org.govshare.upkeep.root.Fault;
import org.govshare.upkeep.root.RootWriter;
import org.govshare.upkeep.root.TrailVerification;
import org.govshare.upkeep.root.TrailVerification.Scope;
import org.govshare.upkeep.root.Verdict;
import org.govshare.upkeep.state.StateVerdict;
import org.govshare.upkeep.state.StateVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The trail (留痕): signs its last entries, and verifies that nothing before was touched. */
@Command(name = "audit", description = "Verify the trail, or sign its last entries.")
final class AuditCommand {
    /** The operator at the machine has no token, and so no name. */
    private static final Pseudonyms NOBODY = new Pseudonyms(Optional.empty());

    @Spec
    private CommandSpec spec;

    private static final Text NOT_PROVEN = new Text(
            "以上只证明留痕；各表中的环节、期限、通知、授权是否与留痕和规定相符，用 --state 核验。",
            "This proves the trail, not the tables: whether steps, deadlines, notices and grants are what the trail and the law"
                    + " make them is what --state verifies.");

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Command(
            name = "root",
            mixinStandardHelpOptions = true,
            description = "Sign the heads of all chains that changed since the last root, outside the database.")
    int root() {
        RootLocation location = location();
        RootWriter writer = new RootWriter(location.file(), location.privateKey(), TimeSources.wall());
        Optional<Long> roots = onDatabase(writer::write);
        out().println(roots.map(n -> n + " roots in " + location.file().path())
                .orElse("another process is writing a root; nothing done"));
        return 0;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Verify signatures, roots, and every chain against them. Exit status 1 if anything is amiss.",
                "That proves the trail alone; with --state, the tables of cases, deadlines, rungs, notices and grants are"
                        + " recomputed from the trail and the law, and each row that differs is reported, with exit status 1 too."
            })
    int verify(
            @Option(names = "--case", description = "Only the chain of this case; the roots all the same.") UUID caseId,
            @Option(
                            names = "--since-root",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "Take what roots up to N cover as it is.")
                    long since,
            @Option(
                            names = "--state",
                            description =
                                    "Recompute the tables from the trail and the law, too: of the case, or of all.")
                    boolean state,
            @Option(names = "--json", description = "Answer in JSON.") boolean json,
            @Option(names = "--lang", defaultValue = "zh", description = "zh or en; default ${DEFAULT-VALUE}.")
                    Language language)
            throws JsonProcessingException {
        RootLocation location = location();
        TrailVerification verification = new TrailVerification(location.file(), location.publicKey());
        Scope scope = new Scope(Optional.ofNullable(caseId), since);
        Verdict verdict = onDatabase(connection -> verification.verify(connection, scope));
        requireSomething(scope, verdict);
        Optional<StateVerdict> tables = state ? Optional.of(state(scope.caseId())) : Optional.empty();
        out().print(json ? json(verdict, tables) : text(verdict, tables, language.locale()));
        out().flush();
        return verdict.sound() && tables.map(StateVerdict::sound).orElse(true) ? 0 : 1;
    }

    /** What names nothing is not whole: it was mistyped. */
    private static void requireSomething(Scope scope, Verdict verdict) {
        if (scope.since() > verdict.lastRoot()) {
            throw new CommandException("there is no root " + scope.since() + "; the last one is " + verdict.lastRoot());
        }
        if (scope.caseId().isPresent() && verdict.sound() && verdict.chains() == 0) {
            throw new CommandException("the trail has no case " + scope.caseId().get());
        }
    }

    private static StateVerdict state(Optional<UUID> caseId) {
        Map<String, String> environment = System.getenv();
        Pseudonyms pseudonyms = new Pseudonyms(Optional.of(Settings.trailKey(Home.open(environment))));
        return onDatabase(connection -> new StateVerification(pseudonyms).verify(connection, caseId));
    }

    private static String text(Verdict verdict, Optional<StateVerdict> tables, Locale language) {
        return verdict.text(language)
                + tables.map(found -> found.text(language))
                        .orElse(("zh".equals(language.getLanguage()) ? NOT_PROVEN.zh() : NOT_PROVEN.en()) + "\n");
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Print entries as JSON lines, oldest first; that they were read is an entry too.")
    int export(
            @Option(names = "--case", description = "Only this case's.") UUID caseId,
            @Option(names = "--agency", description = "Only what this agency did (its credit code).") String agency,
            @Option(names = "--from", description = "Not before this moment, such as 2026-01-01T00:00:00Z.")
                    Instant from,
            @Option(names = "--to", description = "Before this moment.") Instant to) {
        AuditFilter filter = new AuditFilter(
                Optional.ofNullable(caseId),
                Optional.ofNullable(agency),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
        onDatabase(connection -> {
            connection.setAutoCommit(false);
            AtomicLong count = new AtomicLong();
            AuditExport.read(connection, new AuditScope.All(), filter, Optional.empty(), Integer.MAX_VALUE, line -> {
                out().print(line + "\n");
                count.incrementAndGet();
            });
            TrailWriter.enter(connection, NOBODY, exported(filter, count.get()));
            connection.commit();
            return count.get();
        });
        out().flush();
        return 0;
    }

    private static TrailEntry exported(AuditFilter filter, long count) {
        Map<String, String> details = new HashMap<>(filter.asked());
        details.put("entries", Long.toString(count));
        return new TrailEntry(
                        Optional.empty(),
                        TimeSources.wall().instant(),
                        TrailEntry.SYSTEM,
                        "",
                        "exported-trail",
                        details)
                .about(filter.caseId());
    }

    private static String json(Verdict verdict, Optional<StateVerdict> tables) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode node = json.createObjectNode()
                .put("sound", verdict.sound())
                .put("roots", verdict.roots())
                .put("lastRoot", verdict.lastRoot())
                .put(
                        "lastRootAt",
                        verdict.lastRootAt() == null
                                ? null
                                : verdict.lastRootAt().toString())
                .put("chains", verdict.chains())
                .put("entries", verdict.entries())
                .put("unprotected", verdict.unprotected())
                .put("interrupted", verdict.interrupted())
                .put("faultCount", verdict.faultCount());
        for (Fault fault : verdict.faults()) {
            node.withArray("faults")
                    .addObject()
                    .put("kind", fault.kind().name())
                    .put("chain", fault.chain())
                    .put("seq", fault.seq())
                    .put("root", fault.root());
        }
        node.putNull("state");
        tables.ifPresent(found -> node.set("state", found.json()));
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    private static RootLocation location() {
        Map<String, String> environment = System.getenv();
        return new RootLocation(Home.open(environment), environment);
    }

    private static <T> T onDatabase(Work<T> work) {
        Map<String, String> environment = System.getenv();
        try (DatabaseAccess database = DatabaseAccess.reach(Home.open(environment), environment);
                Connection connection = DriverManager.getConnection(database.appUrl())) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new CommandException("the database refused: " + e.getMessage(), e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
