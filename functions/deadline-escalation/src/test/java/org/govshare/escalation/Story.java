package org.govshare.escalation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.casework.Cases;
import org.govshare.casework.command.CommandContext;
import org.govshare.casework.command.CommandResult;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.LawTimeShift;

/** Cases for the tests of this function, whose application has no entrance that opens one. */
@ApplicationScoped
class Story {
    static final String AUTHORITY = "Y1130000FAKE00021Y";
    static final String CIVIL_AFFAIRS = "Y1130000FAKE01024F";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Inject
    Cases cases;

    @Inject
    Registry registry;

    /** A connection of the owner's role. */
    Connection owner() throws SQLException {
        return DriverManager.getConnection(ownerUrl);
    }

    LawTimeShift time() {
        return new LawTimeShift(ownerUrl);
    }

    void loadRegistry() {
        try (Connection owner = owner()) {
            RegistryLoad.builtIn().into(owner);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An unconditional request, whose only clock is the authority's to deliver within three working days. */
    UUID submitted(String at) {
        return requested(CIVIL_AFFAIRS, "hebei-communities", Map.of("scenario", "test"), at);
    }

    /** A request for a dataset, under the procedure of its class. */
    UUID requested(String agency, String datasetId, Map<String, String> form, String at) {
        time().to(Instant.parse(at));
        Dataset dataset = registry.dataset(datasetId).orElseThrow();
        CommandResult result = QuarkusTransaction.requiringNew()
                .call(() -> cases.open(
                        context(agency, at),
                        "share-request",
                        "/requests",
                        dataset,
                        Optional.of(dataset.shareClass()),
                        form));
        return UUID.fromString(
                ((CommandResult.Accepted) result).body().get("id").textValue());
    }

    /** The authority delivers at that moment. */
    void delivered(UUID id, String at) {
        acted(AUTHORITY, id, "deliver", at);
    }

    /** A party acts upon a request, stating nothing. */
    void acted(String agency, UUID id, String action, String at) {
        CommandResult result = QuarkusTransaction.requiringNew()
                .call(() -> cases.act(context(agency, at), Set.of("share-request"), id, action, Map.of(), "/fields"));
        if (!(result instanceof CommandResult.Accepted)) {
            throw new IllegalStateException(result.toString());
        }
    }

    long count(String sql) {
        try (Connection owner = owner();
                ResultSet row = owner.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CommandContext context(String agency, String at) {
        CommandEvent event =
                new CommandEvent("test", UUID.randomUUID().toString(), "test", JsonNodeFactory.instance.objectNode());
        return new CommandContext(new Caller("test", agency, Set.of("clerk")), event, Instant.parse(at));
    }
}
