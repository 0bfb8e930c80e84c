package org.govshare.regulation.procedure;

import java.util.List;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.explanation.PackWords;
import org.govshare.regulation.pack.Unbound;

/** Says that no text governs a matter, which texts have such a procedure, and why each of them does not bind its parties. */
final class NoLaw {
    private NoLaw() {}

    static Refusal refusal(List<Unbound> texts) {
        var zh = "没有适用于该事项的规定";
        var en = "No regulation in force here governs this matter";
        if (texts.isEmpty()) {
            return Refusals.plain(Reason.NO_LAW, zh, en);
        }
        var why = texts.stream().map(NoLaw::why).toList();
        return Refusals.plain(
                Reason.NO_LAW,
                zh + "：" + why.stream().map(Text::zh).collect(Collectors.joining("；")),
                en + ": " + why.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    private static Text why(Unbound unbound) {
        var title = unbound.pack().title();
        var region = unbound.party().region();
        if (!unbound.byKind()) {
            return new Text(
                    "《" + title.zh() + "》不及于" + region + "的部门", title.en() + " does not reach agencies of " + region);
        }
        var kind = PackWords.kindOfBody(unbound.party().kind());
        return new Text(
                "《" + title.zh() + "》不约束" + region + "的" + kind.zh(),
                title.en() + " does not bind " + kind.en() + " in " + region);
    }
}
