package org.govshare.upkeep.root;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The result of a verification.
 *
 * @param roots how many roots were verified
 * @param lastRoot number of the last one; 0 if there is none
 * @param lastRootAt when it was signed; null if there is none
 * @param chains how many chains were read, and {@code entries} how many entries
 * @param unprotected entries after the last root, whose loss or replacement nobody would notice
 * @param interrupted whether a root was in progress when its writer ended; the next run completes it
 * @param faultCount how many faults there are, of which {@code faults} has the first
 */
public record Verdict(
        long roots,
        long lastRoot,
        Instant lastRootAt,
        long chains,
        long entries,
        long unprotected,
        boolean interrupted,
        long faultCount,
        List<Fault> faults) {

    public boolean sound() {
        return faultCount == 0;
    }

    /** The result as lines for people; the verdict is the last line. */
    public String text(Locale language) {
        boolean chinese = "zh".equals(language.getLanguage());
        StringBuilder text = new StringBuilder();
        faults.forEach(fault -> text.append(fault.text(language)).append('\n'));
        if (faultCount > faults.size()) {
            text.append(chinese ? "……另有 " : "... and ")
                    .append(faultCount - faults.size())
                    .append(chinese ? " 处\n" : " more\n");
        }
        text.append((chinese ? "核验了 %d 个根、%d 条链、%d 条记录。%n" : "%d roots, %d chains and %d entries were verified.%n")
                .formatted(roots, chains, entries));
        text.append(protection(chinese)).append('\n');
        if (interrupted) {
            text.append(chinese ? "有一个根写到一半；下次会补完。\n" : "A root was interrupted; the next run completes it.\n");
        }
        String verdict = sound()
                ? (chinese ? "留痕完好。" : "The trail is whole.")
                : (chinese ? "留痕不完好：" + faultCount + " 处。" : "The trail is NOT whole: " + faultCount + " faults.");
        return text.append(verdict).append('\n').toString();
    }

    private String protection(boolean chinese) {
        if (lastRoot == 0) {
            return chinese
                    ? "尚无已签署的根：全部 " + unprotected + " 条未受保护，可被整体替换或截断而不被发现。"
                    : "There is no signed root yet: all " + unprotected
                            + " entries are unprotected, and could be replaced or cut off without being noticed.";
        }
        return chinese
                ? "其中 " + unprotected + " 条在最后的根（第 " + lastRoot + " 个，" + lastRootAt + "）之后，尚未受保护。"
                : unprotected + " of them come after the last root (" + lastRoot + ", " + lastRootAt
                        + ") and are unprotected.";
    }
}
