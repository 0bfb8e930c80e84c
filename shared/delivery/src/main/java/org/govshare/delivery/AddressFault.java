package org.govshare.delivery;

import org.govshare.regulation.document.Text;

/** The reasons why nothing is delivered to an address. */
public enum AddressFault {
    NOT_A_URL(DeliveryMessages.NOT_AURL),
    NOT_HTTPS(DeliveryMessages.MUST_BE_HTTPS),
    HAS_CREDENTIALS(DeliveryMessages.HAS_CREDENTIALS),
    UNKNOWN_HOST(DeliveryMessages.UNKNOWN_HOST),
    NOT_PUBLIC(DeliveryMessages.NOT_PUBLIC);

    private final Text message;

    AddressFault(Text message) {
        this.message = message;
    }

    public Text message() {
        return message;
    }
}
