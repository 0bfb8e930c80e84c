package org.govshare.backflow.gate;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Answers that take their time. */
@Path("/slow")
@PermitAll
public class SlowResource {
    static final int MILLIS = 2_500;
    private static final int PARTS = 10;

    /** Says nothing for longer than a client may. */
    @GET
    @Path("/silent")
    public String silent() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(MILLIS);
        return "done";
    }

    /** Comes in parts that take as long together. */
    @GET
    @Path("/streamed")
    public StreamingOutput streamed() {
        return out -> {
            try {
                for (int part = 0; part < PARTS; part++) {
                    TimeUnit.MILLISECONDS.sleep(MILLIS / PARTS);
                    out.write("part\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
