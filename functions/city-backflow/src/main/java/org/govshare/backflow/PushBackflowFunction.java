package org.govshare.backflow;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.outbox.OutboxSender;

/** 回流: pushes a stream that a notification names. A forged, repeated or late notification has no effect. */
@ApplicationScoped
public class PushBackflowFunction {
    private final PushSlice push;
    private final OutboxSender outbox;

    PushBackflowFunction(PushSlice push, OutboxSender outbox) {
        this.push = push;
        this.outbox = outbox;
    }

    @Funq(Wake.TYPE)
    public void wake(Wake wake) {
        if (wake != null && wake.city() != null && wake.dataset() != null) {
            push.run(new StreamKey(wake.city(), wake.dataset()));
            outbox.wake();
        }
    }
}
