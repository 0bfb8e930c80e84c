package org.govshare.commands.messages;

import java.time.LocalDate;
import java.util.Collection;
import org.govshare.registry.Agency;
import org.govshare.regulation.document.Text;

/** What the command path says to callers: each error has one wording, in Chinese and in English. */
public final class CommandMessages {
    public static final Text ANSWER_ERASED = new Text(
            "该命令此前已经办理，其答复在保存期限届满后已清除；不会重复办理。",
            "This command was carried out earlier. Its answer was erased at the end of the retention period. The"
                    + " command is not carried out again.");
    public static final Text ID_REUSED = new Text(
            "该编号已用于内容不同的命令；新的命令请用新的编号。",
            "This id was already used for a command with different content. Use a new id for a new command.");
    public static final Text KEY_TOO_LONG = new Text("不得超过 256 个字符", "must have at most 256 characters");
    public static final Text KEY_WANTED = new Text(
            "请在 Idempotency-Key 头中提供幂等键；重试时使用同一个键。",
            "Send an idempotency key in the Idempotency-Key header. Use the same key when you retry.");
    public static final Text DIFFERS_FROM_PATH =
            new Text("必须与路径中的一致，或者略去", "must be the same as in the path, or be left out");
    public static final Text NO_TRAIL_KEY = new Text(
            "本进程没有留痕密钥，或者其密钥与数据库的不符，暂不受理命令。",
            "This process has no trail key, or its key is not the database's. It accepts no commands now.");

    private CommandMessages() {}

    public static Text mustBeCommand(Collection<String> types) {
        return new Text(
                "必须是此处受理的命令之一：" + String.join("、", types),
                "must be one of the commands that are accepted here: " + String.join(", ", types));
    }

    public static Text notYetInOffice(LocalDate from) {
        return new Text(
                "贵单位自" + from + "起履行职责，此前不能办理。",
                "Your agency takes office on " + from + " and may not act before that day.");
    }

    /** @param until the first day on which the agency holds no office */
    public static Text officeEnded(LocalDate until) {
        return new Text(
                "贵单位已于" + until + "终止履行职责，不能再办理。",
                "Your agency's office ended on " + until + "; your agency may no longer act.");
    }

    /** @param heir the agency that holds the office now */
    public static Text officeEnded(LocalDate until, Agency heir) {
        Text ended = officeEnded(until);
        return new Text(
                ended.zh() + "其职责由" + heir.name() + "（" + heir.creditCode() + "）承接。",
                ended.en() + " The office is now held by " + heir.nameEn() + " (" + heir.creditCode() + ").");
    }
}
