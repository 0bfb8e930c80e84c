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
import org.govshare.platform.problem.Violation;

/**
 * A city's platform registers the endpoint for its deliveries, and the key that signs them. The endpoint is pending
 * until it has accepted a signed ping; nothing else is sent to it before.
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

    /** The key is never shown again: not in the answer, which is kept for repeats, and not by any reading. */
    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        String city = data.text("city");
        String url = data.text("url");
        String secret = data.text("secret");
        access.faultOfCity(context.caller(), city).ifPresent(data::refuse);
        faultOfUrl(url).ifPresent(data::refuse);
        faultOfSecret(secret).ifPresent(data::refuse);
        data.check();
        access.requirePlatform(context.caller(), city, context.lawNow());
        UUID id = endpoints.register(context.caller().agency(), city, url, secret);
        trail.enter(TrailEntry.by(
                context.caller(),
                Optional.empty(),
                context.lawNow(),
                "registered-endpoint",
                Map.of("endpoint", id.toString(), "city", city)));
        return new CommandResult.Accepted(
                202,
                JsonNodeFactory.instance.objectNode().put("id", id.toString()).put("city", city),
                Optional.of("/backflow/endpoints/" + id));
    }

    /** Here and below, empty if the value was left out, because that is a fault of its own. */
    private Optional<Violation> faultOfUrl(String url) {
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return url.length() > LONGEST_URL
                ? Optional.of(Violation.invalid("/url", BackflowMessages.urlTooLong(LONGEST_URL)))
                : endpoints.faultOfForm(url).map(fault -> Violation.invalid("/url", fault.message()));
    }

    private static Optional<Violation> faultOfSecret(String secret) {
        return secret.isEmpty() || Secret.isWellFormed(secret)
                ? Optional.empty()
                : Optional.of(Violation.invalid("/secret", BackflowMessages.MUST_BE_SECRET));
    }
}
