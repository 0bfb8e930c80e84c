package org.govshare.standalone.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.govshare.standalone.faults.Command.Answer;
import org.govshare.standalone.faults.Command.CommandBatch;
import org.govshare.standalone.faults.Command.Story;

/** What the clients know: which commands they sent, in the order of their stories, and every answer they got. */
final class Journal {
    private final List<Story> stories = new CopyOnWriteArrayList<>();
    private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, List<String>> unanswered = new ConcurrentHashMap<>();
    private final AtomicInteger settled = new AtomicInteger();

    void begin(Story story) {
        stories.add(story);
    }

    void answered(CommandBatch batch, List<Answer> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            answers.computeIfAbsent(batch.commands().get(i).id(), id -> new CopyOnWriteArrayList<>())
                    .add(outcomes.get(i));
        }
    }

    /** An attempt that brought no answer: what came instead. */
    void unanswered(CommandBatch batch, String what) {
        unanswered
                .computeIfAbsent(batch.first().id(), id -> new CopyOnWriteArrayList<>())
                .add(what);
    }

    /** A batch that its client is done with, answered or given up. */
    void settle() {
        settled.incrementAndGet();
    }

    int settled() {
        return settled.get();
    }

    List<Command> commands() {
        List<Command> all = new ArrayList<>();
        stories.forEach(story -> all.addAll(story.commands()));
        return all;
    }

    /** Batches whose commands were all answered. */
    List<CommandBatch> acknowledged() {
        return stories.stream()
                .flatMap(story -> story.batches().stream())
                .filter(batch -> answers.containsKey(batch.first().id()))
                .toList();
    }

    /** Every answer to one command, the first first. */
    List<Answer> answersTo(Command command) {
        return answers.getOrDefault(command.id(), List.of());
    }

    /** The case that a command is about, known once the one that opened it was answered; empty for none. */
    String caseOf(Command command) {
        return Optional.ofNullable(answers.get(command.about())).stream()
                .flatMap(List::stream)
                .findFirst()
                .map(answer -> answer.body().path("id").asText())
                .orElse("");
    }

    /** Attempts that brought no answer, by what came instead. */
    Map<String, Integer> unanswered() {
        Map<String, Integer> all = new TreeMap<>();
        unanswered.values().forEach(one -> one.forEach(what -> all.merge(what, 1, Integer::sum)));
        return all;
    }

    /** What came in place of an answer to a command that travelled alone or first, attempt by attempt. */
    List<String> insteadOfAnswers(Command command) {
        return unanswered.getOrDefault(command.id(), List.of());
    }
}
