package org.govshare.standalone.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.standalone.faults.Command.Answer;
import org.govshare.standalone.faults.Command.Shape;
import org.govshare.standalone.faults.Ledger.Case;
import org.govshare.standalone.faults.Ledger.Inbox;
import org.govshare.standalone.faults.Ledger.Kept;

/** What must hold once all has healed, whatever was killed and cut on the way; each rule tells all that breaks it. */
final class Invariants {
    private static final int REFUSED_FROM = 400;
    private static final Set<String> OPENING =
            Set.of("org.govshare.request.submitted.v1", "org.govshare.verification.raised.v1");

    private Invariants() {}

    /** What the clients, the database and the sink know of one run. */
    record History(Journal journal, Ledger ledger, Set<UUID> received, Set<UUID> accepted) {
        Map<String, Inbox> inbox() {
            return ledger.inbox().stream().collect(Collectors.toMap(Inbox::key, Function.identity()));
        }
    }

    /** Every breach of every rule; empty when the history is sound. */
    static List<String> breaches(History history) {
        List<String> all = new ArrayList<>();
        all.addAll(answers(history));
        all.addAll(acknowledged(history));
        all.addAll(inbox(history));
        all.addAll(cases(history));
        all.addAll(records(history));
        all.addAll(entries(history));
        all.addAll(sink(history));
        all.addAll(rungs(history));
        return all;
    }

    /** Each answer is the expected one, and the same however often the command was sent. */
    static List<String> answers(History history) {
        List<String> breaches = new ArrayList<>();
        for (Command command : history.journal().commands()) {
            Set<Answer> different = new HashSet<>(history.journal().answersTo(command));
            if (different.size() > 1) {
                breaches.add(command.id() + " got different answers: " + different);
            }
            different.stream()
                    .filter(answer -> answer.status() != command.expects())
                    .forEach(answer -> breaches.add(command + " should get " + command.expects() + ": " + answer));
        }
        return breaches;
    }

    /** What was acknowledged is kept. */
    static List<String> acknowledged(History history) {
        Map<String, Inbox> inbox = history.inbox();
        return history.journal().commands().stream()
                .filter(command -> !history.journal().answersTo(command).isEmpty())
                .filter(command -> !Optional.ofNullable(inbox.get(command.key()))
                        .flatMap(Inbox::status)
                        .equals(Optional.of(command.expects())))
                .map(command -> command.id() + " was acknowledged but is not kept so")
                .toList();
    }

    /**
     * What was carried out or refused for good although its client never heard of it: after a kill, no breach.
     *
     * @param ids how the ids of the commands to look at begin
     */
    static List<String> unacknowledged(History history, String ids) {
        Map<String, Inbox> inbox = history.inbox();
        return history.journal().commands().stream()
                .filter(command -> command.id().startsWith(ids))
                .filter(command -> history.journal().answersTo(command).isEmpty())
                .filter(command -> inbox.containsKey(command.key()))
                .map(command -> command.id() + " is kept and was not answered, but: "
                        + history.journal().insteadOfAnswers(command))
                .toList();
    }

    /** No row is half written, nobody else's command is there, and each opening has one case and each case one opening. */
    static List<String> inbox(History history) {
        Set<String> sent =
                history.journal().commands().stream().map(Command::key).collect(Collectors.toSet());
        List<String> breaches = new ArrayList<>();
        List<UUID> opened = new ArrayList<>();
        for (Inbox row : history.ledger().inbox()) {
            if (row.status().isEmpty()) {
                breaches.add(row.key() + " has no answer");
            }
            if (!sent.contains(row.key())) {
                breaches.add(row.key() + " was never sent");
            }
            if (OPENING.contains(row.type())) {
                row.caseId().ifPresent(opened::add);
            }
        }
        List<UUID> cases = history.ledger().cases().stream().map(Case::id).toList();
        without(cases, opened).forEach(id -> breaches.add("case " + id + " was opened by no command"));
        without(opened, cases).forEach(id -> breaches.add("case " + id + " was opened and is not there"));
        if (Set.copyOf(opened).size() < opened.size()) {
            breaches.add("two commands opened one case");
        }
        return breaches;
    }

    /** A case is exactly as its last carried-out command left it: all of each command, or nothing of it. */
    static List<String> cases(History history) {
        Map<String, Inbox> inbox = history.inbox();
        Map<UUID, Case> cases = history.ledger().cases().stream().collect(Collectors.toMap(Case::id, one -> one));
        Map<UUID, Shape> expected = new TreeMap<>();
        Map<String, UUID> opened = new TreeMap<>();
        for (Command command : history.journal().commands()) {
            Optional<Inbox> row = Optional.ofNullable(inbox.get(command.key())).filter(Invariants::isAccepted);
            if (row.isPresent() && command.after().isPresent()) {
                UUID id = command.opens()
                        ? row.get().caseId().orElseThrow()
                        : opened.getOrDefault(
                                command.about(), row.get().caseId().orElseThrow());
                opened.putIfAbsent(command.about(), id);
                expected.put(id, command.after().get());
            }
        }
        List<String> breaches = new ArrayList<>();
        expected.forEach((id, shape) -> {
            Case found = cases.get(id);
            if (found == null || found.parties() == 0 || !found.shape().equals(shape)) {
                breaches.add("case " + id + " should be " + shape + " and is " + found);
            }
        });
        return breaches;
    }

    /** A record has one version for each carried-out command that changed it, and says what one of them wrote. */
    static List<String> records(History history) {
        Map<String, Inbox> inbox = history.inbox();
        Map<String, List<String>> written = new TreeMap<>();
        for (Command command : history.journal().commands()) {
            if (Optional.ofNullable(inbox.get(command.key()))
                    .filter(Invariants::isAccepted)
                    .isPresent()) {
                command.writes()
                        .forEach((key, says) -> written.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(says));
            }
        }
        List<String> breaches = new ArrayList<>();
        for (Kept record : history.ledger().records()) {
            List<String> writes = written.getOrDefault(record.key(), List.of());
            if (record.version() != writes.size() || !writes.contains(record.says())) {
                breaches.add(record + " should have come of " + writes);
            }
        }
        Set<String> kept = history.ledger().records().stream().map(Kept::key).collect(Collectors.toSet());
        without(written.keySet(), kept).forEach(key -> breaches.add("record " + key + " is missing"));
        return breaches;
    }

    /** Each refusal and each change of records was entered once; nothing hangs on nothing. */
    static List<String> entries(History history) {
        Ledger ledger = history.ledger();
        List<String> breaches = new ArrayList<>();
        long refused = ledger.inbox().stream()
                .filter(row -> row.status().orElse(0) >= REFUSED_FROM)
                .count();
        if (refused != ledger.refusals()) {
            breaches.add(refused + " refusals, but " + ledger.refusals() + " entries of refusals");
        }
        long changes = ledger.inbox().stream()
                .filter(row -> row.type().equals("org.govshare.records.changed.v1") && isAccepted(row))
                .count();
        if (changes != ledger.recordChanges()) {
            breaches.add(changes + " changes of records, but " + ledger.recordChanges() + " entries of them");
        }
        if (ledger.strays() > 0) {
            breaches.add(ledger.strays() + " rows lack what belongs to them");
        }
        return breaches;
    }

    /** What was committed has come to the sink, and nothing else has. */
    static List<String> sink(History history) {
        Set<UUID> messages = history.ledger().messages();
        List<String> breaches = new ArrayList<>();
        without(messages, history.accepted()).forEach(id -> breaches.add("message " + id + " never got through"));
        without(history.received(), messages).forEach(id -> breaches.add("message " + id + " was never committed"));
        history.ledger().outbox().stream()
                .filter(message -> !message.sent())
                .forEach(message -> breaches.add("message " + message.id() + " still waits"));
        return breaches;
    }

    /** Each rung whose moment has come fired once, not before it, and was told of and entered once. */
    static List<String> rungs(History history) {
        List<String> breaches = new ArrayList<>();
        for (Ledger.Rung rung : history.ledger().rungs()) {
            int fired = rung.firedAt().isPresent() ? 1 : 0;
            if (rung.due() && fired == 0) {
                breaches.add("rung " + rung.name() + " is due and has not fired");
            }
            if (rung.firedAt().filter(at -> at.isBefore(rung.dueAt())).isPresent()) {
                breaches.add("rung " + rung.name() + " fired before its moment");
            }
            if (rung.events() != fired || rung.entries() != fired || rung.notices() != fired) {
                breaches.add("rung " + rung.name() + " fired " + fired + " times, told " + rung.events()
                        + " times, entered " + rung.entries() + " times, noticed " + rung.notices() + " times");
            }
        }
        return breaches;
    }

    private static boolean isAccepted(Inbox row) {
        return row.status().filter(status -> status < REFUSED_FROM).isPresent();
    }

    private static <T> Set<T> without(Collection<T> all, Collection<T> some) {
        Set<T> rest = new HashSet<>(all);
        rest.removeAll(Set.copyOf(some));
        return rest;
    }
}
