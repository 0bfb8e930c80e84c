package org.govshare.upkeep.root;

import java.util.Locale;
import org.govshare.regulation.document.Text;

/**
 * A fault in the trail or its roots.
 *
 * @param chain empty for a fault of a root
 * @param seq number in the chain, or of the root
 * @param root the root that shows it; 0 if the chain alone shows it
 */
public record Fault(Kind kind, String chain, long seq, long root) {

    /** The kinds of faults. */
    public enum Kind {
        ENTRY_GAP("前面缺少记录", "entries are missing before it"),
        ENTRY_UNLINKED("与前一条不衔接", "does not follow the entry before it"),
        ENTRY_ALTERED("内容被改动", "its content was altered"),
        ENTRY_MISSING("缺失，已签署的根记有此条", "is missing, and a signed root has it"),
        ENTRY_REPLACED("与已签署的根不符", "is not the one that a signed root has"),
        ENTRY_BACKDATED("自称早于已签署的根，而根中没有", "claims to be older than a signed root, which lacks it"),
        ROOT_UNREADABLE("文件中这一行不是根", "its line in the file is not a root"),
        ROOT_UNSIGNED("签名不符", "its signature does not verify"),
        ROOT_UNLINKED("与前一个根不衔接", "does not follow the root before it"),
        ROOT_MISSING("数据库知道此根，文件中没有", "is known to the database, but not in the file"),
        HEADS_DIFFER("数据库中的各链末条与其签署的不符", "the heads in the database are not those that it signed");

        private final Text text;

        Kind(String zh, String en) {
            this.text = new Text(zh, en);
        }
    }

    /** The fault as one line for people. */
    public String text(Locale language) {
        boolean chinese = "zh".equals(language.getLanguage());
        String what = chain.isEmpty()
                ? (chinese ? "根 " : "root ") + seq
                : chain + (chinese ? " 第 " + seq + " 条" : " entry " + seq);
        String by = root == 0 ? "" : (chinese ? "（根 " + root + "）" : " (root " + root + ")");
        return what + (chinese ? "：" : ": ") + kind.text.in(language) + by;
    }
}
