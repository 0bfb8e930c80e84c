package org.govshare.backflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.delivery.Endpoints;
import org.govshare.delivery.Secret;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;

/**
 * A city's platform says where it takes its deliveries, and hands over the key that signs them. The endpoint is pending
 * until it has accepted a signed ping; nothing is sent there before.
 */
@ApplicationScoped
public class RegisterEndpoint implements CommandHandler {
    public static final String TYPE = "org.govshare.endpoint.registered.v1";

    private static final int LONGEST_URL = 2_000;

    private final CityAccess access;
    private final Endpoints endpoints;
    private final Trail trail;

    RegisterEndpoint(CityAccess access, Endpoints endpoints, Trail trail) {
        this.access = access;
        this.endpoints = endpoints;
        this.trail = trail;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    /** The key is never given back: not in the answer, which is kept for repeats, and not by any reading. */
    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        String city = data.text("city");
        String url = data.text("url");
        String secret = data.text("secret");
        data.check();
        check(url, secret);
        access.requirePlatform(context.caller(), city, context.now());
        UUID id = endpoints.register(context.caller().agency(), city, url, secret);
        trail.enter(TrailEntry.by(
                context.caller(),
                Optional.empty(),
                context.now(),
                "registered-endpoint",
                Map.of("endpoint", id.toString(), "city", city)));
        return new CommandResult.Accepted(
                202,
                JsonNodeFactory.instance.objectNode().put("id", id.toString()).put("city", city),
                Optional.of("/backflow/endpoints/" + id));
    }

    private void check(String url, String secret) {
        if (!Secret.isWellFormed(secret)) {
            throw Problem.field(Violation.invalid(
                            "/secret",
                            "须为 whsec_ 加 24 至 64 字节的 base64",
                            "must be whsec_ and the base64 of 24 to 64 bytes"))
                    .asException();
        }
        if (url.length() > LONGEST_URL) {
            throw Problem.field(Violation.invalid("/url", "过长", "is too long")).asException();
        }
        endpoints.faultOfForm(url).ifPresent(fault -> {
            throw Problem.field(Violation.invalid(
                            "/url", fault.message().zh(), fault.message().en()))
                    .asException();
        });
    }
}
