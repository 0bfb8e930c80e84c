package org.govshare.upkeep.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The result of a recomputation.
 *
 * @param older rows that cannot be verified, because they come from entries before release 0.2
 * @param textsUnread fields and grants whose written content was not compared, because the trail key is a different one
 * @param withoutLaw clocks that were not recomputed, because their text of law or holiday notice differs from what was
 *     entered
 * @param differenceCount how many differences there are, of which {@code differences} has the first
 */
public record StateVerdict(
        long cases,
        long clocks,
        long rungs,
        long grants,
        long notices,
        long older,
        long textsUnread,
        long withoutLaw,
        long differenceCount,
        List<Difference> differences) {

    public boolean sound() {
        return differenceCount == 0;
    }

    /** The answer of {@code --json}; it shows the same about a difference as the lines for people. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("sound", sound())
                .put("cases", cases)
                .put("clocks", clocks)
                .put("rungs", rungs)
                .put("grants", grants)
                .put("notices", notices)
                .put("older", older)
                .put("textsUnread", textsUnread)
                .put("withoutLaw", withoutLaw)
                .put("differenceCount", differenceCount);
        ArrayNode all = node.putArray("differences");
        for (Difference difference : differences) {
            all.addObject()
                    .put("kind", difference.kind().name())
                    .put("table", difference.table())
                    .put("row", difference.row())
                    .put("case", difference.caseId().map(UUID::toString).orElse(null))
                    .put("column", difference.column())
                    .put("is", difference.is())
                    .put("mustBe", difference.mustBe());
        }
        return node;
    }

    /** The result as lines for people; the verdict is the last line. */
    public String text(Locale language) {
        boolean chinese = "zh".equals(language.getLanguage());
        StringBuilder text = new StringBuilder();
        differences.forEach(difference -> text.append(difference.text(language)).append('\n'));
        if (differenceCount > differences.size()) {
            text.append(chinese ? "……另有 " : "... and ")
                    .append(differenceCount - differences.size())
                    .append(chinese ? " 处\n" : " more\n");
        }
        text.append((chinese
                        ? "依留痕和规定重算了 %d 个办件、%d 个期限、%d 个督办阶次、%d 个授权、%d 份通知。%n"
                        : "Recomputed from the trail and the law: %d cases, %d clocks, %d rungs, %d grants, %d notices.%n")
                .formatted(cases, clocks, rungs, grants, notices));
        note(text, older, chinese ? "%d 行不能核验：0.2 版之前留痕。%n" : "%d rows not verifiable, entered before release 0.2.%n");
        note(
                text,
                textsUnread,
                chinese
                        ? "%d 处人写的内容未比对：留痕密钥不是当时的。%n"
                        : "%d times what people wrote was not compared: it was entered under another trail key.%n");
        note(
                text,
                withoutLaw,
                chinese
                        ? "%d 个期限未重算：其规定或放假通知本身与留痕不符。%n"
                        : "%d clocks not recomputed: their text of law or holiday notice is not as it was entered.%n");
        return text.append(verdict(chinese)).append('\n').toString();
    }

    private static void note(StringBuilder text, long count, String line) {
        if (count > 0) {
            text.append(line.formatted(count));
        }
    }

    private String verdict(boolean chinese) {
        if (sound()) {
            return chinese ? "各表与留痕和规定相符。" : "The tables agree with the trail and the law.";
        }
        return chinese
                ? "各表与留痕和规定不符：" + differenceCount + " 处。"
                : "The tables do NOT agree with the trail and the law: " + differenceCount + " differences.";
    }
}
