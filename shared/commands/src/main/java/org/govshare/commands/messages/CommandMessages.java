package org.govshare.commands.messages;

import java.time.LocalDate;
import java.util.Collection;
import org.govshare.registry.Agency;
import org.govshare.regulation.document.Text;

/** What the command path says to callers: each error has one wording, in Chinese and in English. */
public final class CommandMessages {
    public static final Text ANSWER_ERASED = new Text(
            "该命令早已办理，当时的答复已按保存期限清除；不会再办一次。",
            "This command was dealt with long ago, and its answer has been erased at the end of its period; it is not"
                    + " done again.");
    public static final Text ID_REUSED = new Text(
            "该编号已用于另一内容的命令；新的命令请用新的编号。",
            "This id was used for a command with other content; give a new command a new id.");
    public static final Text KEY_TOO_LONG = new Text("最多 256 个字符", "has at most 256 characters");
    public static final Text KEY_WANTED = new Text(
            "请在 Idempotency-Key 头中给命令一个编号，重试时用同一个。",
            "Give the command an id in the Idempotency-Key header and use the same one to retry.");
    public static final Text DIFFERS_FROM_PATH =
            new Text("必须与路径中的一致，或者略去", "must be the same as in the path, or be left out");
    public static final Text NO_TRAIL_KEY = new Text(
            "本进程没有留痕密钥，或者与数据库不符，暂不办理。",
            "This process has no trail key, or not the database's: no command is taken here.");

    private CommandMessages() {}

    public static Text mustBeCommand(Collection<String> types) {
        return new Text(
                "必须是此处办理的命令之一：" + String.join("、", types),
                "must be one of the commands that are accepted here: " + String.join(", ", types));
    }

    public static Text notYetInOffice(LocalDate from) {
        return new Text(
                "贵单位自" + from + "起履行职责，此前不能办理。", "Your agency takes office on " + from + " and may not act before.");
    }

    /** @param until the first day on which the agency holds no office */
    public static Text officeEnded(LocalDate until) {
        return new Text(
                "贵单位已于" + until + "终止履行职责，不能再办理。", "Your agency ended on " + until + " and may not act any more.");
    }

    /** @param heir the agency that holds the office now */
    public static Text officeEnded(LocalDate until, Agency heir) {
        Text ended = officeEnded(until);
        return new Text(
                ended.zh() + "其职责由" + heir.name() + "（" + heir.creditCode() + "）承接。",
                ended.en() + " Its office is held by " + heir.nameEn() + " (" + heir.creditCode() + ").");
    }
}
