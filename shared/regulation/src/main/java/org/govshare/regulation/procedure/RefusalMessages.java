package org.govshare.regulation.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;

/** What refusals say: each has one wording, in Chinese and in English. */
final class RefusalMessages {
    static final Text JURISDICTION_CLOSED = new Text(
            "当地可能适用的规定未能载入，暂不受理",
            "A regulation that may apply could not be loaded; no case can be opened in this jurisdiction now");
    static final Text NO_LAW = new Text("没有适用于该事项的规定", "No regulation in force here governs this matter");
    static final Text ALREADY_ASKED =
            new Text("已有延期申请尚未答复", "An earlier request for an extension has not been answered yet");
    static final Text ALREADY_DUE = new Text("期限已届满，不能再申请延长", "The period has ended and can no longer be extended");
    static final Text EXTENSION_NEEDS_GROUNDS =
            new Text("延长期限须说明特殊原因", "The special reasons for the extension must be stated");
    static final Text DENIAL_NEEDS_REASON =
            new Text("不同意延长须说明理由", "The reason for denying the extension must be stated");
    static final Text NOT_ASKED = new Text("没有待答复的延期申请", "No request for an extension is waiting for an answer");
    static final Text NOT_EXTENDABLE = new Text("没有正在计算并可以延长的期限", "No clock is running that can be extended");
    static final Text CONSENT_TO_EXTENSION = new Text("同意延长", "consent to the extension");
    static final Text DENY_EXTENSION = new Text("不同意延长", "deny the extension");
    static final Text ASK_FOR_EXTENSION = new Text("申请延长", "ask for an extension");
    static final Text STATE_REASON = new Text("说明逾期的理由", "state the reason for being late");
    static final Text REASON_MISSING = new Text("须写明理由", "The reason must be stated");
    static final Text ORGAN_HAS_ACTED =
            new Text("机关已就该逾期作出处理，不能再说明理由", "An organ has acted about it; no reason can be stated any more");
    static final Text ANOTHER_ORGAN = new Text("该操作应由其他机关作出", "Another organ must do this");
    static final Text NO_LATE_CLOCK = new Text("没有指明逾期的期限", "A clock that is late must be named");
    static final Text NOT_ON_LIST =
            new Text("该逾期不属于条文所列情形", "The article does not list lateness with this duty as a breach");
    static final Text NOT_LATE =
            new Text("该期限没有逾期，或者重新计算后不再逾期", "The duty is not late, or a recount has shown that it is not");
    static final Text GROUNDS_DO_NOT_COVER =
            new Text("所依据的情形不包括该逾期", "The breach stated does not cover lateness with this duty");
    static final Text NO_LISTED_BREACH = new Text("没有指明条文所列的情形", "A breach that the article lists must be named");
    static final Text BREACH_NEEDS_CLOCK = new Text("该情形须以逾期的期限为据", "This breach needs the clock that is late");
    static final Text GRANT_ENDED = new Text("该授权已经终止", "The grant has ended");
    static final Text NOT_AT_THIS_STEP = new Text("当前环节不能办理此操作", "This action is not possible at this step");
    static final Text UNKNOWN_ACTION = new Text("没有这一操作", "There is no such action");
    static final Text NOT_BY_CONTRACTOR =
            new Text("受托方不能办理此事，应由机关自己办理", "A contractor may not do this; the agency's own staff must");
    static final Text TEXT = new Text("文本", "text");
    static final Text DATE = new Text("YYYY-MM-DD 形式的日期", "a date in the form YYYY-MM-DD");

    private RefusalMessages() {}

    static Text partyUnknown(String party) {
        return new Text("登记中找不到应参加的部门：" + party, "The registry knows no agency for the party " + party);
    }

    static Text whichClock(List<String> names) {
        return new Text(
                "须指明期限，下列之一：" + String.join("、", names),
                "The clock must be named, one of: " + String.join(", ", names));
    }

    static Text extensionAmount(int left, Text unit) {
        return new Text(
                "须说明延长多少：1 至 " + left + " 的整数（" + unit.zh() + "）",
                "The amount must be a whole number from 1 to " + left + " (" + unit.en() + ")");
    }

    static Text extensionTooLong(int most, Text unit, int left) {
        return new Text(
                "延长累计不得超过 " + most + unit.zh() + "，尚可延长 " + left,
                "The extensions must not exceed " + most + " " + unit.en() + " in all; " + left
                        + " can still be added");
    }

    static Text caseHasEnded(Text step) {
        return new Text("；办件已经办结：" + step.zh(), "; the case has ended: " + step.en());
    }

    /**
     * @param possible what can be done at the step
     * @param own what the caller's agency can do there
     * @param who the party whose turn it is, if it is the turn of one
     */
    static Text presentStep(Text step, Text possible, List<String> own, Optional<Text> who) {
        return new Text(
                "；当前环节为“" + step.zh() + "”，可以办理：" + possible.zh()
                        + (own.isEmpty() ? "；贵单位目前不能办理" : "；贵单位可以办理：" + String.join("、", own))
                        + who.map(party -> "。应由" + party.zh() + "办理").orElse(""),
                "; the current step is \"" + step.en() + "\"; possible now: " + possible.en()
                        + (own.isEmpty()
                                ? "; your agency can do nothing now"
                                : "; your agency can do: " + String.join(", ", own))
                        + who.map(party -> ". It is the turn of " + party.en()).orElse(""));
    }

    static Text unknownField(String field, List<String> known) {
        return new Text(
                "此操作不含“" + field + "”一项；" + (known.isEmpty() ? "此操作无须填写" : "可填：" + String.join("、", known)),
                "This action has no field \"" + field + "\"; "
                        + (known.isEmpty() ? "it has none" : "it has: " + String.join(", ", known)));
    }

    static Text notTheActor(List<Text> who) {
        var zh = who.stream().map(Text::zh).collect(Collectors.joining("或者"));
        var en = who.stream().map(Text::en).collect(Collectors.joining(" or "));
        return new Text("该操作应由" + zh + "办理", "Only " + en + " may do this");
    }

    static Text notTheRole(Text who) {
        return new Text("该操作须由" + who.zh() + "作出", "This action requires " + who.en());
    }

    static Text missing(Text field, Text cited) {
        return new Text("缺少“" + field.zh() + "”" + cited.zh(), "\"" + field.en() + "\" is missing" + cited.en());
    }

    /** @param form what the value must be, to be read after "must be" */
    static Text invalid(Text field, Text form, Text cited) {
        return new Text(
                "“" + field.zh() + "”须为" + form.zh() + cited.zh(),
                "\"" + field.en() + "\" must be " + form.en() + cited.en());
    }

    /** The text and its article in brackets, and whether the rule was chosen where the text is silent. */
    static Text cited(Text pack, Basis basis) {
        return new Text(
                "（《" + pack.zh() + "》" + basis.articleZh() + (basis.chosen() ? "，本系统所选" : "") + "）",
                " (" + pack.en() + ", " + basis.articleEn() + (basis.chosen() ? ", chosen" : "") + ")");
    }

    static Text dateBetween(LocalDate first, LocalDate last) {
        return new Text(
                "YYYY-MM-DD 形式的日期，自 " + first + " 至 " + last,
                "a date in the form YYYY-MM-DD, from " + first + " to " + last);
    }

    static Text oneOf(List<String> all) {
        return new Text("下列之一：" + String.join("、", all), "one of: " + String.join(", ", all));
    }

    /** @param why each text with such a procedure does not bind the parties */
    static Text noLaw(List<Text> why) {
        return new Text(
                NO_LAW.zh() + "：" + why.stream().map(Text::zh).collect(Collectors.joining("；")),
                NO_LAW.en() + ": " + why.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    static Text doesNotReach(Text pack, String region) {
        return new Text(
                "《" + pack.zh() + "》不适用于" + region + "的部门", pack.en() + " does not apply to agencies of " + region);
    }

    static Text doesNotBind(Text pack, Text kindOfBody, String region) {
        return new Text(
                "《" + pack.zh() + "》不约束" + region + "的" + kindOfBody.zh(),
                pack.en() + " does not bind " + kindOfBody.en() + " in " + region);
    }

    static Text someOf(List<String> all) {
        return new Text(
                "下列一项或者多项，以逗号分隔：" + String.join("、", all),
                "one or more of these, separated by commas: " + String.join(", ", all));
    }
}
