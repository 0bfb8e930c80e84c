package org.govshare.regulation.explanation;

import java.time.LocalDate;
import java.util.Optional;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.pack.Law;

/** Says that a text does not rule on a day, and why. */
public final class NotInForce {
    private NotInForce() {}

    /** Empty where the text rules on that day. */
    public static Optional<Text> on(Law law, Pack pack, LocalDate day) {
        if (day.isBefore(pack.from())) {
            return Optional.of(words(
                    pack,
                    "自" + pack.from() + "起施行，" + day + "尚未施行",
                    " comes into force on " + pack.from() + "; it was not yet in force on " + day));
        }
        if (!pack.inForce(day)) {
            var last = pack.until().orElseThrow();
            return Optional.of(words(
                    pack,
                    "施行至" + last + "，" + day + "已不再施行",
                    " was in force until " + last + "; it was no longer in force on " + day));
        }
        if (!law.isOn(pack)) {
            return Optional.of(words(pack, "未启用，不具效力", " is switched off and has no effect"));
        }
        return law.packs().stream()
                .filter(later -> later.replaces().filter(pack.id()::equals).isPresent())
                .filter(later -> law.isOn(later) && later.inForce(day))
                .findFirst()
                .map(later -> words(
                        pack,
                        "自" + later.from() + "起由《" + later.title().zh() + "》取代，" + day + "已不再施行",
                        " was replaced on " + later.from() + " by "
                                + later.title().en() + "; it was no longer in force on " + day));
    }

    private static Text words(Pack pack, String zh, String en) {
        return new Text("《" + pack.title().zh() + "》" + zh, pack.title().en() + en);
    }
}
