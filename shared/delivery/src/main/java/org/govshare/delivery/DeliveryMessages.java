package org.govshare.delivery;

import org.govshare.regulation.document.Text;

/** Messages about addresses to which nothing is delivered, in Chinese and in English. */
public final class DeliveryMessages {
    public static final Text NOT_AURL = new Text("不是可用的网址", "is not a usable URL");
    public static final Text MUST_BE_HTTPS = new Text("必须使用 https", "must use https");
    public static final Text HAS_CREDENTIALS =
            new Text("网址中不得含有用户名、密码或片段", "must not contain a user name, a password or a fragment");
    public static final Text UNKNOWN_HOST = new Text("找不到该主机", "names a host that cannot be found");
    public static final Text NOT_PUBLIC =
            new Text("主机指向本机、内网或保留地址", "names a host on this machine, in a private network or in a reserved range");

    private DeliveryMessages() {}
}
