package org.govshare.standalone;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.govshare.platform.time.TimeSources;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a token that the server on the same data folder accepts, and nothing else on standard output. */
@Command(name = "token", description = "Print a development token (a JWT, RS256) for a person of an agency.")
final class TokenCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofHours(24);

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Whose whose;

    @Option(names = "--role", required = true, split = ",", description = "Roles: ${COMPLETION-CANDIDATES}.")
    private List<Role> roles = new ArrayList<>();

    @Option(names = "--sub", description = "Who acts; default: the first role at the agency.")
    private String subject;

    @Option(
            names = "--ttl",
            defaultValue = "8h",
            description = "How long it is good, up to 24h; default ${DEFAULT-VALUE}.")
    private String life;

    /** The agency, by code or by name; or nobody's. */
    static final class Whose {
        @Option(names = "--agency", description = "The agency's unified social credit code.")
        private String code;

        @Option(names = "--name", description = "The agency's full or short name.")
        private String name;

        @Option(names = "--no-agency", description = "A token of the platform itself, or of a person.")
        private boolean nobody;
    }

    @Override
    public Integer call() {
        Duration goodFor = duration(life);
        Home home = Home.open(System.getenv());
        String agency = whose.nobody
                ? null
                : AgencyCodes.of(DatabaseAccess.running(home, System.getenv())).find(whose.code, whose.name);
        List<String> groups = roles.stream().map(Role::name).toList();
        String who = subject != null ? subject : groups.get(0) + "@" + (agency == null ? "govshare" : agency);
        Tokens tokens = new Tokens(DevelopmentKeys.of(home).privateKey(), TimeSources.wall());
        spec.commandLine().getOut().println(tokens.sign(who, agency, groups, goodFor));
        return 0;
    }

    private Duration duration(String text) {
        try {
            Duration parsed = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
            if (!parsed.isNegative() && !parsed.isZero() && parsed.compareTo(LONGEST) <= 0) {
                return parsed;
            }
        } catch (DateTimeParseException e) {
            throw new ParameterException(spec.commandLine(), "--ttl wants a duration such as 8h or 30m", e);
        }
        throw new ParameterException(spec.commandLine(), "--ttl wants more than nothing and at most 24h");
    }
}
