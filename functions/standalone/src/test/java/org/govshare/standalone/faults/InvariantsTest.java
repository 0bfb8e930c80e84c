package org.govshare.standalone.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.govshare.standalone.faults.Command.Answer;
import org.govshare.standalone.faults.Command.CommandBatch;
import org.govshare.standalone.faults.Command.Shape;
import org.govshare.standalone.faults.Command.Story;
import org.govshare.standalone.faults.Invariants.History;
import org.govshare.standalone.faults.Ledger.Case;
import org.govshare.standalone.faults.Ledger.Inbox;
import org.govshare.standalone.faults.Ledger.Kept;
import org.govshare.standalone.faults.Ledger.Rung;
import org.govshare.standalone.faults.Ledger.Waiting;
import org.junit.jupiter.api.Test;

/** Each rule of a sound history is broken once, and must say so. */
class InvariantsTest {
    private static final String SUBMITTED = "org.govshare.request.submitted.v1";
    private static final String ACTED = "org.govshare.request.acted.v1";
    private static final String CHANGED = "org.govshare.records.changed.v1";
    private static final UUID CASE = new UUID(1, 1);
    private static final UUID MESSAGE = new UUID(2, 2);
    private static final Instant DUE = Instant.parse("2025-09-28T16:00:00Z");
    private static final Shape OPENED = new Shape("review", false, 1, 1, 1, 0, 0);
    private static final Shape FORWARDED = new Shape("reply", false, 2, 1, 2, 1, 0);

    private final Command submit = command("a", SUBMITTED, "a", 201, Optional.of(OPENED), Map.of());
    private final Command forward = command("b", ACTED, "a", 200, Optional.of(FORWARDED), Map.of());
    private final Command refused = command("c", ACTED, "a", 422, Optional.empty(), Map.of());
    private final Command change = command("d", CHANGED, "", 200, Optional.empty(), Map.of("k", "v"));
    private final List<Command> commands = List.of(submit, forward, refused, change);

    private final Journal journal = new Journal();
    private final List<Inbox> inbox = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>(List.of(new Case(CASE, 3, FORWARDED)));
    private final List<Kept> records = new ArrayList<>(List.of(new Kept("k", 1, "v")));
    private final List<Rung> rungs = new ArrayList<>(List.of(new Rung("r", true, Optional.of(DUE), DUE, 1, 1, 1)));
    private final List<Waiting> outbox = new ArrayList<>(List.of(new Waiting(MESSAGE, true)));
    private final Set<UUID> received = new HashSet<>(Set.of(MESSAGE));
    private final Set<UUID> accepted = new HashSet<>(Set.of(MESSAGE));
    private long refusals = 1;
    private long changes = 1;
    private long strays;

    InvariantsTest() {
        for (Command command : commands) {
            CommandBatch batch = new CommandBatch(List.of(command), true);
            journal.begin(new Story(List.of(batch)));
            answer(command, command.expects(), "first");
            boolean about = command.after().isPresent();
            inbox.add(new Inbox(
                    command.key(),
                    command.type(),
                    Optional.of(command.expects()),
                    about ? Optional.of(CASE) : Optional.empty()));
        }
    }

    @Test
    void sound_hasNoBreach() {
        assertEquals(List.of(), Invariants.breaches(history()));
    }

    @Test
    void anotherAnswerToARepeat_isABreach() {
        answer(forward, 200, "second");
        assertBroken(Invariants::answers);
    }

    @Test
    void unexpectedAnswer_isABreach() {
        Command unlucky = command("e", ACTED, "", 200, Optional.empty(), Map.of());
        journal.begin(new Story(List.of(new CommandBatch(List.of(unlucky), true))));
        answer(unlucky, 404, "first");
        assertBroken(Invariants::answers);
    }

    @Test
    void acknowledgedAndLost_isABreach() {
        inbox.remove(1);
        cases.set(0, new Case(CASE, 3, OPENED));
        assertBroken(Invariants::acknowledged);
    }

    @Test
    void keptWithoutAnAnswer_isABreach() {
        inbox.set(2, new Inbox(refused.key(), ACTED, Optional.empty(), Optional.empty()));
        refusals = 0;
        assertBroken(Invariants::inbox);
    }

    @Test
    void keptAndNeverSent_isABreach() {
        inbox.add(new Inbox("x/y z", ACTED, Optional.of(200), Optional.empty()));
        assertBroken(Invariants::inbox);
    }

    @Test
    void caseOfNoCommand_isABreach() {
        cases.add(new Case(new UUID(3, 3), 3, OPENED));
        assertBroken(Invariants::inbox);
    }

    @Test
    void commandWithoutItsCase_isABreach() {
        cases.clear();
        assertBroken(Invariants::inbox);
        assertBroken(Invariants::cases);
    }

    @Test
    void twoCommandsOfOneCase_areABreach() {
        inbox.add(new Inbox("other", SUBMITTED, Optional.of(201), Optional.of(CASE)));
        assertTrue(Invariants.inbox(history()).contains("two commands opened one case"));
    }

    @Test
    void stepDoneTwiceOrByHalf_isABreach() {
        for (Shape wrong : List.of(
                new Shape("review", false, 2, 1, 2, 1, 0),
                new Shape("reply", true, 2, 1, 2, 1, 0),
                new Shape("reply", false, 3, 1, 2, 1, 0),
                new Shape("reply", false, 2, 2, 2, 1, 0),
                new Shape("reply", false, 2, 1, 3, 1, 0),
                new Shape("reply", false, 2, 1, 2, 2, 0),
                new Shape("reply", false, 2, 1, 2, 1, 1))) {
            cases.set(0, new Case(CASE, 3, wrong));
            assertBroken(Invariants::cases);
        }
    }

    @Test
    void caseWithoutParties_isABreach() {
        cases.set(0, new Case(CASE, 0, FORWARDED));
        assertBroken(Invariants::cases);
    }

    @Test
    void recordChangedTwiceOrNotOrOtherwise_isABreach() {
        for (Kept wrong : List.of(new Kept("k", 2, "v"), new Kept("k", 1, "w"), new Kept("l", 1, "v"))) {
            records.set(0, wrong);
            assertBroken(Invariants::records);
        }
        records.clear();
        assertBroken(Invariants::records);
    }

    @Test
    void refusalOrChangeEnteredTwiceOrNot_isABreach() {
        refusals = 2;
        assertBroken(Invariants::entries);
        refusals = 1;
        changes = 0;
        assertBroken(Invariants::entries);
        changes = 1;
        strays = 1;
        assertBroken(Invariants::entries);
    }

    @Test
    void committedAndNeverAtTheSink_isABreach() {
        accepted.clear();
        assertBroken(Invariants::sink);
    }

    @Test
    void atTheSinkAndNeverCommitted_isABreach() {
        received.add(new UUID(4, 4));
        assertBroken(Invariants::sink);
    }

    @Test
    void committedAndStillWaiting_isABreach() {
        outbox.set(0, new Waiting(MESSAGE, false));
        assertBroken(Invariants::sink);
    }

    @Test
    void rungTwiceOrNeverOrEarlyOrSilent_isABreach() {
        for (Rung wrong : List.of(
                new Rung("r", true, Optional.of(DUE), DUE, 2, 1, 1),
                new Rung("r", true, Optional.of(DUE), DUE, 1, 2, 2),
                new Rung("r", true, Optional.of(DUE), DUE, 0, 1, 1),
                new Rung("r", true, Optional.empty(), DUE, 0, 0, 0),
                new Rung("r", false, Optional.empty(), DUE, 1, 1, 1),
                new Rung("r", true, Optional.of(DUE), DUE, 1, 1, 2),
                new Rung("r", true, Optional.of(DUE), DUE, 1, 1, -1),
                new Rung("r", true, Optional.of(DUE.minusSeconds(1)), DUE, 1, 1, 1))) {
            rungs.set(0, wrong);
            assertBroken(Invariants::rungs);
        }
    }

    /** A rule that nobody asks would find nothing. */
    @Test
    void everyRule_isAsked() {
        answer(forward, 200, "second");
        inbox.remove(3);
        cases.set(0, new Case(new UUID(5, 5), 3, FORWARDED));
        accepted.clear();
        rungs.set(0, new Rung("r", true, Optional.empty(), DUE, 0, 0, 0));
        List<String> all = Invariants.breaches(history());
        List<Function<History, List<String>>> rules = List.of(
                Invariants::answers,
                Invariants::acknowledged,
                Invariants::inbox,
                Invariants::cases,
                Invariants::records,
                Invariants::entries,
                Invariants::sink,
                Invariants::rungs);
        for (Function<History, List<String>> rule : rules) {
            assertBroken(rule);
            assertTrue(all.containsAll(rule.apply(history())));
        }
    }

    @Test
    void carriedOutAndNotAnswered_isSeen() {
        Command lost = command("f", ACTED, "", 200, Optional.empty(), Map.of());
        journal.begin(new Story(List.of(new CommandBatch(List.of(lost), false))));
        assertEquals(List.of(), Invariants.unacknowledged(history(), ""));

        inbox.add(new Inbox(lost.key(), ACTED, Optional.of(200), Optional.empty()));

        assertEquals(List.of(), Invariants.acknowledged(history()), "allowed after a kill");
        assertBroken(broken -> Invariants.unacknowledged(broken, ""));
        assertEquals(List.of(), Invariants.unacknowledged(history(), "of another test"));
    }

    @Test
    void unansweredAndDone_mustBeDoneWhole() {
        Command given = command("g", ACTED, "a", 200, Optional.of(OPENED), Map.of());
        journal.begin(new Story(List.of(new CommandBatch(List.of(given), false))));
        assertEquals(List.of(), Invariants.breaches(history()), "not done at all");

        inbox.add(new Inbox(given.key(), ACTED, Optional.of(200), Optional.of(CASE)));
        assertBroken(Invariants::cases);
        cases.set(0, new Case(CASE, 3, OPENED));
        assertEquals(List.of(), Invariants.breaches(history()), "done whole");
    }

    private void assertBroken(Function<History, List<String>> rule) {
        assertFalse(rule.apply(history()).isEmpty(), "the rule sees nothing");
    }

    private History history() {
        Ledger ledger = new Ledger(inbox, cases, records, rungs, outbox, refusals, changes, strays);
        return new History(journal, ledger, received, accepted);
    }

    private void answer(Command command, int status, String note) {
        JsonNode body =
                JsonNodeFactory.instance.objectNode().put("id", CASE.toString()).put("note", note);
        journal.answered(new CommandBatch(List.of(command), true), List.of(new Answer(status, body)));
    }

    private static Command command(
            String id, String type, String about, int expects, Optional<Shape> after, Map<String, String> writes) {
        return new Command(id, "agency", type, Optional.empty(), "{}", about, expects, after, writes);
    }
}
