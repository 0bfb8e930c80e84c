package org.govshare.regulation.grammar;

/** The kinds of body that a text can say it binds. */
public enum BoundKind {
    /** 政府部门: a department of the government of its own region, and that government itself. */
    GOVERNMENT_DEPARTMENT,
    /** 法律、法规授权的具有管理公共事务职能的组织. */
    AUTHORISED_BODY,
    /** A department or an authorised body that a ministry manages from above (垂直管理, 驻地机构): tax, customs. */
    STATIONED_AGENCY,
    /** 其他国家机关: a court, a procuratorate, a congress. */
    OTHER_STATE_ORGAN,
    /** 公共企业事业单位: water, gas, transport and the like. */
    PUBLIC_SERVICE_OPERATOR
}
