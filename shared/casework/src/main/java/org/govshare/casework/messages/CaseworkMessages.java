package org.govshare.casework.messages;

import java.time.Instant;
import java.util.Collection;
import org.govshare.regulation.document.Text;

/** What casework says to callers: each error has one wording, in Chinese and in English. */
public final class CaseworkMessages {
    public static final Text AGENCY_NOT_REGISTERED =
            new Text("令牌中的机关未登记。", "The agency in the token is not registered.");
    public static final Text NO_MEANING_HERE = new Text("此操作不使用这一项", "is not used by this action");
    public static final Text SAME_ACT_GIVEN =
            new Text("就该情形已经作出过同样的处理。", "An act of this kind has already been given for this breach.");
    public static final Text SAME_ACT_OPEN =
            new Text("对该授权的同类办件尚未办结。", "A case of this kind about this grant is still open.");
    public static final Text MUST_BE_CASE = new Text("必须是办件编号", "must be the id of a case");
    public static final Text ONLY_AUDITORS =
            new Text("只有正在履行职责的机关的审计人员可以查阅留痕。", "Only auditors of an agency in office may read the trail.");
    public static final Text MUST_BE_DATASET = new Text(
            "必须是目录中的数据编号，可用 GET /datasets 查询",
            "must be the id of a dataset in the catalogue; GET /datasets lists them");
    public static final Text MUST_BE_REGION =
            new Text("必须是六位行政区划代码，如 130100", "must be a six-digit region code, such as 130100");
    public static final Text MUST_BE_DATE =
            new Text("必须是 YYYY-MM-DD 形式的日期，如 2026-01-05", "must be a date in the form YYYY-MM-DD, such as 2026-01-05");
    public static final Text MUST_BE_NOTICE_KIND = new Text(
            "必须是 reminder、proposal、order、circular 或 withdrawal",
            "must be reminder, proposal, order, circular or withdrawal");
    public static final Text COUNTED_AGAIN = new Text("按新的放假安排重新计算", "Recounted under a new holiday notice");
    public static final Text EXTENDED = new Text("经同意延长期限", "Extended with consent");

    private CaseworkMessages() {}

    public static Text mustBeClock(Collection<String> clocks) {
        return new Text(
                "必须是该办件的期限：" + String.join("、", clocks), "must be a clock of the case: " + String.join(", ", clocks));
    }

    public static Text mustBeParty(Collection<String> agencies) {
        return new Text(
                "必须是该办件当事部门的统一社会信用代码：" + String.join("、", agencies),
                "must be the credit code of a party of the case: " + String.join(", ", agencies));
    }

    public static Text mustBeMoment(Instant earliest, Instant latest) {
        return new Text(
                "必须是 " + earliest + " 至 " + latest + " 之间的时刻，如 2026-01-01T00:00:00Z",
                "must be a time such as 2026-01-01T00:00:00Z, from " + earliest + " to " + latest);
    }

    public static Text mustBePartyName(Collection<String> parties) {
        return new Text(
                "必须是下列当事方之一：" + String.join("、", parties), "must be one of the parties: " + String.join(", ", parties));
    }

    public static Text mustBeEither(String yes, String no) {
        return new Text("必须是 " + yes + " 或 " + no, "must be " + yes + " or " + no);
    }

    public static Text mustBeNoticeOf(int first, int next) {
        return new Text(
                "必须是 " + first + " 至 " + next + " 年的放假通知；更晚年份的，须先载入其上一年的通知",
                "must be the notice for a year from " + first + " to " + next
                        + "; before a later notice, load the one for the year before it");
    }

    public static Text atLine(int line, String zh, String en) {
        return new Text("第 " + line + " 行：" + zh, "line " + line + ": " + en);
    }
}
