package org.govshare.standalone.law;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.explanation.CountedDay;
import org.govshare.regulation.explanation.Explanation;
import org.govshare.regulation.pack.Addition;

/**
 * One due question's answer as text or JSON, with or without the days that led to it.
 *
 * @param notCarried what texts above the pack that was asked say of such a case and its steps do not carry
 * @param notInForce why the text that was asked does not rule on the day of the start, if it does not
 */
record DueAnswer(
        Explanation explanation,
        List<Addition> notCarried,
        Optional<Text> notInForce,
        boolean explained,
        Locale language) {

    String text() {
        if (explained) {
            return notInForce.map(words -> words.in(language) + "\n").orElse("")
                    + explanation.text(language)
                    + notCarried.stream()
                            .map(item -> Demands.line("未能落实", "not carried", item, language))
                            .collect(Collectors.joining());
        }
        return explanation.due().lastDay()
                + (explanation.due().provisional() ? "\tprovisional" : "")
                + (notInForce.isPresent() ? "\tnot-in-force" : "")
                + "\n";
    }

    /** Of texts that rule together: they are in force, and what they do not carry is reported once for all clocks. */
    static DueAnswer ofStack(Explanation explanation, boolean explained, Locale language) {
        return new DueAnswer(explanation, List.of(), Optional.empty(), explained, language);
    }

    String json() {
        ObjectNode answer = node();
        if (!explanation.clock().isEmpty()) {
            answer.set("notCarried", Demands.json(notCarried, language));
        }
        return answer.toPrettyString() + "\n";
    }

    ObjectNode node() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!explanation.clock().isEmpty()) {
            answer.put("clock", explanation.clock()).put("inForce", notInForce.isEmpty());
            notInForce.ifPresent(words -> answer.put("notInForce", words.in(language)));
        }
        answer.put("title", explanation.title().in(language))
                .put("start", explanation.start().toString())
                .put("lastDay", explanation.due().lastDay().toString())
                .put("due", explanation.due().due().toString())
                .put("provisional", explanation.due().provisional());
        if (explained) {
            ArrayNode rules = answer.putArray("rules");
            explanation.rules().forEach(rule -> rules.add(rule.in(language)));
            ArrayNode days = answer.putArray("days");
            explanation.days().forEach(day -> days.add(json(day)));
        }
        return answer;
    }

    private ObjectNode json(CountedDay day) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("date", day.date().toString())
                .put("kind", day.kind().name())
                .put("counted", day.number() > 0)
                .put("why", day.why().in(language))
                .put("provisional", day.provisional());
        if (day.number() > 0) {
            node.put("number", day.number());
        }
        ArrayNode notices = node.putArray("notices");
        day.notices().forEach(notices::add);
        return node;
    }
}
