package org.govshare.delivery;

import org.govshare.regulation.document.Text;

/** Why nothing is delivered to an address. */
public enum AddressFault {
    NOT_A_URL("不是可用的网址", "is not a usable URL"),
    NOT_HTTPS("必须使用 https", "must be https"),
    HAS_CREDENTIALS("网址中不得含有用户名、密码或片段", "must not contain a user name, a password or a fragment"),
    UNKNOWN_HOST("找不到该主机", "names a host that cannot be found"),
    NOT_PUBLIC("主机指向本机、内网或保留地址", "leads to this machine, a private network or a reserved range");

    private final Text message;

    AddressFault(String zh, String en) {
        this.message = new Text(zh, en);
    }

    public Text message() {
        return message;
    }
}
