package org.govshare.escalation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.view.CaseReader;
import org.govshare.casework.view.CaseView.RungView;
import org.govshare.platform.identity.Caller;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consent to more time that comes after the period has ended (Hebei art. 16 para. 2): what fired meanwhile stays visible. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class ExtensionQuarkusTest {
    private static final String CITY = "Y1130100FAKE000214";

    @Inject
    Story story;

    @Inject
    EscalateDue escalate;

    @Inject
    CaseReader reader;

    @BeforeEach
    void registry() {
        story.loadRegistry();
    }

    @Test
    void rungsThatFiredBeforeTheConsent_areAnnulledAndSoAreTheirNotices() {
        UUID id = askedFor();
        // Due on 26 May, with the extension on 3 June.
        at("2025-05-27T02:00:00Z");
        assertEquals(
                2, rungs(id).stream().filter(rung -> rung.firedAt() != null).count());
        consented(id, "2025-05-27T03:00:00Z");

        List<RungView> annulled =
                rungs(id).stream().filter(rung -> rung.annulledAt() != null).toList();
        assertEquals(
                List.of("reminder", "overdue"),
                annulled.stream().map(RungView::rung).toList());
        assertTrue(
                rungs(id).stream().filter(rung -> !annulled.contains(rung)).allMatch(rung -> rung.firedAt() == null));
        Organs.get(Story.CIVIL_AFFAIRS, "/notices?kind=reminder&case=" + id, "en")
                .body("items", hasSize(2))
                .body("items.annulledAt", everyItem(notNullValue()));
        assertWithdrawn(id);
        at("2025-06-03T16:00:00Z");
        Organs.get(Story.CIVIL_AFFAIRS, "/notices?kind=reminder&case=" + id, "en")
                .body("items", hasSize(4));
        Organs.get(Story.CIVIL_AFFAIRS, "/notices?kind=withdrawal&case=" + id, "en")
                .body("items", hasSize(2));
    }

    @Test
    void rungsWhoseNewMomentHasComeToo_keepHavingFired() {
        UUID id = askedFor();
        at("2025-07-01T02:00:00Z");
        List<Instant> fired = rungs(id).stream().map(RungView::firedAt).toList();
        long notices = notices(id);
        consented(id, "2025-07-01T03:00:00Z");
        escalate.slice();
        assertEquals(fired, rungs(id).stream().map(RungView::firedAt).toList());
        assertTrue(rungs(id).stream().allMatch(rung -> rung.annulledAt() == null));
        assertEquals(notices, notices(id));
    }

    /** Whoever was told hears of it, by a notice each and an event a rung, and the trail tells of it. */
    private void assertWithdrawn(UUID id) {
        Organs.get(Story.CIVIL_AFFAIRS, "/notices?kind=withdrawal&case=" + id, "en")
                .body("items.rung", equalTo(List.of("overdue", "reminder")))
                .body("items.due", everyItem(equalTo("2025-06-03T16:00:00Z")))
                .body("items.text", everyItem(startsWith("Extended with consent, ")))
                .body("items.text", everyItem(containsString("by 24:00 (Asia/Shanghai) on 2025-06-03")));
        assertEquals(
                story.count("select count(*) from govshare.notice where kind in ('reminder', 'proposal')"
                        + " and projection = 1 and case_id = '" + id + "'"),
                story.count(
                        "select count(*) from govshare.notice where kind = 'withdrawal' and case_id = '" + id + "'"));
        assertEquals(
                2,
                story.count("select count(*) from govshare.outbox where type = 'org.govshare.clock.annulled.v1'"
                        + " and data ->> 'case' = '" + id + "'"));
        assertEquals(
                2,
                story.count("select count(*) from govshare.audit_entry where action = 'annulled-rung' and case_id = '"
                        + id + "'"));
    }

    private UUID askedFor() {
        UUID id = story.doubted(CITY, "hebei-communities", "2025-05-12T02:00:00Z");
        Map<String, String> more = Map.of("clock", "verify", "amount", "5", "grounds", "须实地核查");
        story.acted(Story.CIVIL_AFFAIRS, id, "ask-extension", more, "2025-05-20T02:00:00Z");
        return id;
    }

    private void consented(UUID id, String at) {
        story.time().to(Instant.parse(at));
        story.acted(CITY, id, "consent-extension", Map.of("clock", "verify"), at);
    }

    private void at(String moment) {
        story.time().to(Instant.parse(moment));
        escalate.slice();
    }

    private long notices(UUID id) {
        return story.count("select count(*) from govshare.notice where case_id = '" + id + "'");
    }

    /** Of the clock by which the provider is to report, in the order of their moments. */
    private List<RungView> rungs(UUID id) {
        Caller provider = new Caller("test", Story.CIVIL_AFFAIRS, Set.of("clerk"));
        return reader.read(provider, Set.of("verification"), id, Locale.ENGLISH).orElseThrow().clocks().stream()
                .filter(clock -> clock.rule().equals("verify"))
                .findFirst()
                .orElseThrow()
                .rungs();
    }
}
