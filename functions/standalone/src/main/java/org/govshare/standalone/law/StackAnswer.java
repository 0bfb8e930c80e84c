package org.govshare.standalone.law;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.govshare.regulation.explanation.Explanation;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.pack.EffectiveProcedure;

/**
 * When the clocks of a case are due that several texts rule together, as text or JSON.
 *
 * @param on the day whose law counts
 * @param explanations of each clock that was asked, as if it started then
 */
record StackAnswer(
        EffectiveProcedure ruling, LocalDate on, List<Explanation> explanations, boolean explained, Locale language) {

    String text() {
        StringBuilder text = new StringBuilder();
        if (explained) {
            text.append(ruling.procedure().name())
                    .append("  ")
                    .append(ruling.title().in(language))
                    .append('\n');
            ruling.packs()
                    .forEach(pack ->
                            text.append("  ").append(pack.title().in(language)).append('\n'));
        }
        for (Explanation explanation : explanations) {
            DueAnswer answer = DueAnswer.ofStack(explanation, explained, language);
            text.append(explained ? "\n" + explanation.clock() + "  " : explanation.clock() + "\t")
                    .append(answer.text());
        }
        if (explained) {
            ruling.notCarried().forEach(item -> text.append(Demands.line("未能落实", "not carried", item, language)));
        }
        return text.toString();
    }

    String json() {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("procedure", ruling.procedure().name())
                .put("on", on.toString());
        ArrayNode packs = answer.putArray("packs");
        ruling.packs().stream().map(Pack::id).forEach(packs::add);
        ArrayNode clocks = answer.putArray("clocks");
        explanations.forEach(explanation ->
                clocks.add(DueAnswer.ofStack(explanation, explained, language).node()));
        answer.set("notCarried", Demands.json(ruling.notCarried(), language));
        return answer.toPrettyString() + "\n";
    }
}
