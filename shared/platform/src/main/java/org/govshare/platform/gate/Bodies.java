package org.govshare.platform.gate;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Bodies of requests that have been read whole. */
final class Bodies {

    private Bodies() {}

    /** An empty body that was read counts as none, and code that reads it again would wait for it for ever. */
    static void settle(RoutingContext request) {
        if (request.body().buffer() == null && request.request().isEnded()) {
            replace(request, "");
        }
    }

    @SuppressWarnings("deprecation") // Vert.x 4 has no other way to replace a body
    static void replace(RoutingContext request, String data) {
        request.setBody(Buffer.buffer(data));
    }
}
