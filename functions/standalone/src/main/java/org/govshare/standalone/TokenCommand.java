package org.govshare.standalone;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.platform.time.TimeSources;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a token that the server on the same data folder accepts, and nothing else on standard output. */
@Command(
        name = "token",
        description =
                "Print a development token (a JWT, RS256) for somebody of an agency, of a contractor, or a person.",
        footer = {
            "",
            "A contractor (--role contractor) is named by --agency or --name, its principal by --on-behalf-of. It acts as a",
            "clerk of its principal on the days on which that agency's approval is on file.",
            "A person (--no-agency --role person) may have a verified identity: --identity-type with --identity-number. The",
            "number is hashed with a key of the data folder and kept nowhere; use made-up ones."
        })
final class TokenCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Pattern IDENTITY_TYPE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Whose whose;

    @Option(names = "--role", required = true, split = ",", description = "Roles: ${COMPLETION-CANDIDATES}.")
    private List<Role> roles = new ArrayList<>();

    @Option(
            names = "--on-behalf-of",
            paramLabel = "AGENCY",
            description = "A contractor's principal, by credit code or by full or short name.")
    private String principal;

    @ArgGroup(exclusive = false)
    private Identity identity;

    @Option(names = "--sub", description = "Who acts; default: the first role at the agency.")
    private String subject;

    @Option(
            names = "--ttl",
            defaultValue = "8h",
            description = "How long it is good, up to 24h; default ${DEFAULT-VALUE}.")
    private String life;

    TokenCommand() {
        this(System.getenv());
    }

    TokenCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A document that somebody has checked. */
    static final class Identity {
        @Option(
                names = "--identity-type",
                required = true,
                description = "The kind of document that a person's identity was verified by, such as resident-id.")
        private String type;

        @Option(
                names = "--identity-number",
                required = true,
                paramLabel = "NUMBER",
                description = "Its number, of which the token holds a keyed hash.")
        private String number;
    }

    /** The agency, by code or by name; or nobody's. */
    static final class Whose {
        @Option(names = "--agency", description = "The agency's or contractor's unified social credit code.")
        private String code;

        @Option(names = "--name", description = "The agency's full or short name, or the contractor's.")
        private String name;

        @Option(names = "--no-agency", description = "A token of the platform itself, or of a person.")
        private boolean nobody;
    }

    @Override
    public Integer call() {
        Duration goodFor = duration(life);
        check();
        TokenIssuer.requireDevelopment(environment);
        Home home = Home.open(environment);
        Map<String, String> claims = claims(home);
        List<String> groups = roles.stream().map(Role::name).toList();
        String who = subject != null ? subject : groups.get(0) + "@" + claims.getOrDefault("agency", "govshare");
        Tokens tokens = new Tokens(DevelopmentKeys.of(home).privateKey(), TimeSources.wall());
        spec.commandLine().getOut().println(tokens.sign(who, claims, groups, goodFor));
        return 0;
    }

    private void check() {
        boolean contractor = roles.contains(Role.contractor);
        refuse(contractor != (principal != null), "--role contractor and --on-behalf-of go together");
        refuse(contractor && whose.nobody, "a contractor is named by --agency or --name");
        refuse(
                identity != null && (!roles.contains(Role.person) || !whose.nobody),
                "only --no-agency --role person has an identity");
        refuse(
                identity != null && (!IDENTITY_TYPE.matcher(identity.type).matches() || identity.number.isBlank()),
                "--identity-type wants a word such as resident-id, --identity-number a number");
    }

    private void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private Map<String, String> claims(Home home) {
        Map<String, String> claims = new HashMap<>();
        Optional<String> registry = DatabaseAccess.running(home, environment);
        if (!whose.nobody) {
            AgencyCodes codes = principal == null ? AgencyCodes.of(registry) : AgencyCodes.ofContractors(registry);
            claims.put("agency", codes.find(whose.code, whose.name));
        }
        if (principal != null) {
            claims.put("on_behalf_of", AgencyCodes.of(registry).find(principal));
        }
        if (identity != null) {
            claims.put("identity_type", identity.type);
            claims.put("identity_hash", hash(home));
        }
        return claims;
    }

    /** The key is the issuer's, so not that of the trail. */
    private String hash(Home home) {
        String number = identity.number.strip().toUpperCase(Locale.ROOT);
        return new Pseudonyms(Optional.of(home.secret("identity"))).of(identity.type + "\n" + number);
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
