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
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.casework.Cases;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandResult;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.http.ShareForm;

/** Cases for the tests of this function, whose application has no entrance that opens one. */
@ApplicationScoped
public class Story {
    public static final String AUTHORITY = "Y1130000FAKE00021Y";
    public static final String CIVIL_AFFAIRS = "Y1130000FAKE01024F";

    /** The first moment of 1 August 2025 in Asia/Shanghai. */
    private static final Instant DECREE = Instant.parse("2025-07-31T16:00:00Z");

    @ConfigProperty(name = "govshare.test.owner-url")
    public String ownerUrl;

    @Inject
    public Cases cases;

    @Inject
    public Registry registry;

    /** A connection of the owner's role. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(ownerUrl);
    }

    public LawTimeShift time() {
        return new LawTimeShift(ownerUrl);
    }

    public void loadRegistry() {
        try (Connection owner = owner()) {
            RegistryLoad.builtIn().into(owner);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * An unconditional request, whose only clock is the authority's to deliver: within three working days (Hebei art. 15 para.
     * 2), and within one where Decree 809 counts (art. 21 para. 1).
     */
    public UUID submitted(String at) {
        return requested(CIVIL_AFFAIRS, "hebei-communities", Map.of("scenario", "test"), at);
    }

    /**
     * A conditional request, whose only clock is the authority's to review and forward within three working days (Hebei art.
     * 15 para. 3); Decree 809 has no such duty.
     */
    public UUID inReview(String at) {
        return requested(CIVIL_AFFAIRS, "hebei-standard-addresses", Map.of("scenario", "test"), at);
    }

    /** A request for a dataset, under the procedure of its class; where Decree 809 counts it states what that asks for too. */
    public UUID requested(String agency, String datasetId, Map<String, String> form, String at) {
        Dataset dataset = registry.dataset(datasetId).orElseThrow();
        Map<String, String> stated = new HashMap<>(form);
        if (!Instant.parse(at).isBefore(DECREE)) {
            ShareForm.of(form).forEach((name, value) -> stated.put(name, value.toString()));
        }
        return opened(agency, "share-request", dataset, Optional.of(dataset.shareClass()), stated, at);
    }

    /** A doubt about records of a dataset, forwarded at once to who verifies them. */
    public UUID doubted(String agency, String datasetId, String at) {
        Dataset dataset = registry.dataset(datasetId).orElseThrow();
        UUID id = opened(agency, "verification", dataset, Optional.empty(), Map.of("doubt", "test"), at);
        acted(agency, id, "forward", Map.of(), at);
        return id;
    }

    private UUID opened(
            String agency,
            String kind,
            Dataset dataset,
            Optional<ShareClass> shareClass,
            Map<String, String> form,
            String at) {
        time().to(Instant.parse(at));
        CommandResult result = QuarkusTransaction.requiringNew()
                .call(() -> cases.open(context(agency, at), kind, "/" + kind, dataset, shareClass, form));
        return UUID.fromString(
                ((CommandResult.Accepted) result).body().get("id").textValue());
    }

    /** The authority delivers at that moment. */
    public void delivered(UUID id, String at) {
        acted(AUTHORITY, id, "deliver", at);
    }

    /** The authority forwards what {@link #inReview} made at that moment. */
    public void forwarded(UUID id, String at) {
        acted(AUTHORITY, id, "forward", at);
    }

    /** A party acts upon a request, stating nothing. */
    public void acted(String agency, UUID id, String action, String at) {
        acted(agency, id, action, Map.of(), at);
    }

    /** A party acts upon a request or a verification. */
    public void acted(String agency, UUID id, String action, Map<String, String> fields, String at) {
        Set<String> kinds = Set.of("share-request", "verification");
        CommandResult result = QuarkusTransaction.requiringNew()
                .call(() -> cases.act(context(agency, at), kinds, id, action, fields, "/fields"));
        if (!(result instanceof CommandResult.Accepted)) {
            throw new IllegalStateException(result.toString());
        }
    }

    /** How many rows the statement touched. */
    public int run(String sql) {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String sql) {
        try (Connection owner = owner();
                ResultSet row = owner.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clerk who is the head of the sharing office too. */
    private static CommandContext context(String agency, String at) {
        CommandEvent event =
                new CommandEvent("test", UUID.randomUUID().toString(), "test", JsonNodeFactory.instance.objectNode());
        return new CommandContext(new Caller("test", agency, Set.of("clerk", "leader")), event, Instant.parse(at));
    }
}
