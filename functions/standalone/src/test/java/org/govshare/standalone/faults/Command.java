package org.govshare.standalone.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One command as a client sends it, and what must come of it.
 *
 * @param id its CloudEvents id or Idempotency-Key
 * @param path path of the REST entrance; none when it goes to {@code /events}
 * @param data JSON in which {@code {case}} stands for the id of the case it is about
 * @param about id of the command that opens that case, its own when it does so itself; empty for none
 * @param expects the status of the right answer
 * @param after what the case is like once it was carried out; none for what is refused or about no case
 * @param writes the records it changes, and what they say then
 */
record Command(
        String id,
        String agency,
        String type,
        Optional<String> path,
        String data,
        String about,
        int expects,
        Optional<Shape> after,
        Map<String, String> writes) {
    static final String EVENTS = "//faults/platform";
    static final String REST = "rest";
    private static final String CASE = "{case}";
    private static final int REFUSED_FROM = 400;

    /** What a case is like between two commands; entries are those of the trail that people made. */
    record Shape(String step, boolean closed, int clocks, int open, int entries, int notices, int grants) {}

    /** What came back: the outcome of one command, also when it travelled in a batch. */
    record Answer(int status, JsonNode body) {}

    /** Commands of one sender that travel as one request; often one alone. */
    record CommandBatch(List<Command> commands, boolean patient) {
        Command first() {
            return commands.get(0);
        }
    }

    /** Batches that follow one another, because each needs the outcome of the one before. */
    record Story(List<CommandBatch> batches) {
        List<Command> commands() {
            return batches.stream().flatMap(batch -> batch.commands().stream()).toList();
        }
    }

    String source() {
        return path.isPresent() ? REST : EVENTS;
    }

    /** What its row of the inbox is found by: no two senders of a test use one id. */
    String key() {
        return source() + " " + id;
    }

    boolean opens() {
        return about.equals(id);
    }

    boolean isRefused() {
        return expects >= REFUSED_FROM;
    }

    String dataOf(String caseId) {
        return data.replace(CASE, caseId);
    }

    String pathOf(String caseId) {
        return path.orElse("/events").replace(CASE, caseId);
    }
}
