package org.govshare.platform.gate;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Bodies of requests after they have been read completely. */
final class Bodies {

    private Bodies() {}

    /**
     * The framework treats an empty body that was read as no body, and code that reads it again would wait for ever.
     */
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
