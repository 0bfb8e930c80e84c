package org.govshare.regulation.organ;

/** What kind of body an agency is, as far as a text of law asks whom it binds (Decree 809 arts. 2 and 43). */
public enum BodyKind {
    /** 政府部门: a department of a people's government, the government itself among them. */
    GOVERNMENT_DEPARTMENT,
    /** 法律、法规授权的具有管理公共事务职能的组织: a body that a law or regulation authorises to manage public affairs. */
    AUTHORISED_BODY,
    /** 其他国家机关: a court, a procuratorate, a congress or another state organ. */
    OTHER_STATE_ORGAN,
    /** 公共企业事业单位: an operator of water, gas, transport or another public service. */
    PUBLIC_SERVICE_OPERATOR
}
