package org.govshare.regulation.explanation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.BoundKind;
import org.govshare.regulation.grammar.Party;
import org.govshare.regulation.grammar.Unit;

/** The grammar's own words for people: in Chinese as the law says them, in English as packs write them. */
public final class PackWords {
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("opener", "申请部门"),
            Map.entry("data-holder", "数据提供部门"),
            Map.entry("authority-of-opener", "申请部门的同级主管部门"),
            Map.entry("authority-of-holder", "提供部门的同级主管部门"),
            Map.entry("authorities-upwards", "逐级向上的主管部门"),
            Map.entry("last-authority-upwards", "逐级向上的最后一级主管部门"),
            Map.entry("authority-of-pack", "规定所在地的主管部门"),
            Map.entry("common-authority", "共同的同级或者上级主管部门"),
            Map.entry("government-of-common-authority", "该主管部门的本级人民政府"),
            Map.entry("government-of", "该方的本级人民政府"),
            Map.entry("grantee", "持有授权的部门"),
            Map.entry("obligor", "义务部门"),
            Map.entry("authority-of-obligor", "义务部门的同级主管部门"),
            Map.entry("government-or-upper-authority-of-obligor", "义务部门的本级人民政府或者上级主管部门"),
            Map.entry("government-of-pack", "规定所在地的人民政府"),
            Map.entry("obligor-of-breach", "违反规定的部门"),
            Map.entry("authority-over-obligor", "义务部门的同级主管部门，对其自身为上级机关"),
            Map.entry("government-of-obligor", "义务部门的本级人民政府"),
            Map.entry("upper-authority-of-obligor", "义务部门的上一级主管部门"),
            Map.entry("agency", "责任部门"),
            Map.entry("organ", "机关"),
            Map.entry("breach", "情形"),
            Map.entry("open-grant", "开通授权"),
            Map.entry("suspend-grant", "暂停授权"),
            Map.entry("resume-grant", "恢复授权"),
            Map.entry("end-grant", "终止授权"),
            Map.entry("widen-grant", "扩大授权"),
            Map.entry("push-correction", "推送更正"),
            Map.entry("file-with-authority", "报主管部门备案"),
            Map.entry("report-to-authority", "报告主管部门"),
            Map.entry("notify", "通知各方"),
            Map.entry("remind", "提醒"),
            Map.entry("leader", "主管领导"),
            Map.entry("principal", "主要负责人"),
            Map.entry("clerk", "经办人"),
            Map.entry("working-days", "个工作日"),
            Map.entry("months", "个月"),
            Map.entry("national-regulation", "行政法规"),
            Map.entry("national-measures", "国家规定"),
            Map.entry("provincial-regulation", "省级法规"),
            Map.entry("provincial-measures", "省级规定"),
            Map.entry("city-regulation", "市级法规"),
            Map.entry("city-measures", "市级规定"),
            Map.entry("requester", "申请方"),
            Map.entry("provider", "提供方"),
            Map.entry("authority", "主管部门"),
            Map.entry("route", "转报路径"),
            Map.entry("organ-act", "机关处理"),
            Map.entry("act", "处理"),
            Map.entry("binds", "约束"),
            Map.entry("government-department", "政府部门"),
            Map.entry("authorised-body", "法律法规授权的组织"),
            Map.entry("stationed-agency", "垂直管理或者派驻机构"),
            Map.entry("other-state-organ", "其他国家机关"),
            Map.entry("public-service-operator", "公共企业事业单位"),
            Map.entry("contract", "受托"),
            Map.entry("order", "命令"),
            Map.entry("circular", "通报"),
            Map.entry("reminder", "提醒"),
            Map.entry("withdrawal", "撤回"),
            Map.entry("source", "来源"),
            Map.entry("party", "参与"),
            Map.entry("backflow", "回流"),
            Map.entry("step", "环节"),
            Map.entry("action", "操作"),
            Map.entry("field", "填写"),
            Map.entry("clock", "期限"),
            Map.entry("extend", "延长"),
            Map.entry("reason", "理由"),
            Map.entry("recurs", "定期"),
            Map.entry("keep", "保存"),
            Map.entry("use-records", "共享数据使用记录"),
            Map.entry("rung", "督办"),
            Map.entry("period", "时限"),
            Map.entry("required", "必填"),
            Map.entry("may be stated", "可填"),
            Map.entry("end", "办结"),
            Map.entry("switched off", "未启用"),
            Map.entry("in force", "施行"),
            Map.entry("chosen", "所选"),
            Map.entry("due", "期满时"));

    private final boolean chinese;

    PackWords(Locale locale) {
        this.chinese = "zh".equals(locale.getLanguage());
    }

    /** A party as text; in Chinese with the title of its name, or else of the strategy that finds it. */
    public static Text party(Party party) {
        var found = CHINESE.getOrDefault(Doc.nameOf(party.strategy()), party.name());
        var zh = CHINESE.getOrDefault(party.name(), found) + "（" + party.name() + "）";
        return new Text(zh, "the " + party.name());
    }

    /** A kind of body; in English in the plural. */
    public static Text kindOfBody(BoundKind kind) {
        return new Text(
                CHINESE.get(Doc.nameOf(kind)),
                switch (kind) {
                    case GOVERNMENT_DEPARTMENT -> "government departments";
                    case AUTHORISED_BODY -> "bodies authorised by law";
                    case STATIONED_AGENCY -> "agencies that a ministry manages";
                    case OTHER_STATE_ORGAN -> "other state organs";
                    case PUBLIC_SERVICE_OPERATOR -> "operators of public services";
                });
    }

    /** What a period is counted in, to be read after its amount. */
    public static Text unit(Unit unit) {
        var name = Doc.nameOf(unit);
        return new Text(CHINESE.getOrDefault(name, name), name.replace('-', ' '));
    }

    /** A role of a person by its name, with what people call it. */
    public static Text role(String role) {
        return new Text(CHINESE.getOrDefault(role, role) + "（" + role + "）", "the role " + role);
    }

    boolean chinese() {
        return chinese;
    }

    /** A word of the grammar; a name that a pack made up stays as it is. */
    String of(String word) {
        return chinese ? CHINESE.getOrDefault(word, word) : word;
    }

    String of(List<String> words) {
        return words.stream().map(this::of).collect(Collectors.joining(chinese ? "、" : ", "));
    }

    /** A kind of line, as wide in either language: each Chinese one has two characters, each two columns wide. */
    String label(String kind) {
        return chinese ? of(kind) + "    " : String.format(Locale.ROOT, "%-8s", kind);
    }

    String either(String zh, String en) {
        return chinese ? zh : en;
    }
}
