package org.govshare.platform.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client sends nothing, or takes too long to send a whole request, even if octets keep
 * coming. While the server answers a request that has arrived whole, this class does not close the connection, however
 * long that takes.
 *
 * <p>It is the first of a connection's handlers and reads octets. Its other half is the last handler before the
 * server's own and reads requests and answers. Both run on the connection's thread.
 */
final class ClientWatch extends ChannelInboundHandlerAdapter {
    private static final String DECODER = "httpDecoder";
    private static final String SERVER = "handler";

    private final OpenConnections connections;
    private Future<?> deadline;
    private boolean following;
    /** Whether octets have arrived since the last request was answered. */
    private boolean begun;
    /**
     * The number of requests that have arrived whole, minus those that were answered. It is negative if a request was
     * answered before it had arrived whole.
     */
    private int owed;

    ClientWatch(OpenConnections connections) {
        this.connections = connections;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        waits(context.channel());
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object octets) {
        follow(context.pipeline());
        if (owed == 0 && !begun) {
            begun = true;
            waits(context.channel());
        }
        context.fireChannelRead(octets);
    }

    /** The server adds its handlers later than this one, with TLS much later. */
    private void follow(ChannelPipeline handlers) {
        if (!following && handlers.get(DECODER) != null && handlers.get(SERVER) != null) {
            handlers.addBefore(SERVER, "requests", new Requests());
            following = true;
        }
    }

    private void waits(Channel connection) {
        cancel();
        long millis = connections.waits(connection).toMillis();
        deadline = connection.eventLoop().schedule(() -> connection.close(), millis, TimeUnit.MILLISECONDS);
    }

    private void serves(Channel connection) {
        cancel();
        connections.serves(connection);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    private void settle(Channel connection) {
        if (owed == 0) {
            begun = false;
            waits(connection);
        } else if (owed > 0) {
            serves(connection);
        }
    }

    /** Reports where requests and answers end. */
    private final class Requests extends ChannelDuplexHandler {
        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof LastHttpContent) {
                owed++;
                settle(context.channel());
            }
            context.fireChannelRead(part);
        }

        @Override
        public void write(ChannelHandlerContext context, Object part, ChannelPromise promise) {
            if (part instanceof LastHttpContent && !informational(part)) {
                ChannelPromise sent = promise.unvoid();
                sent.addListener(done -> {
                    owed--;
                    settle(context.channel());
                });
                context.write(part, sent);
            } else {
                context.write(part, promise);
            }
        }

        private static boolean informational(Object part) {
            return part instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
    }
}
