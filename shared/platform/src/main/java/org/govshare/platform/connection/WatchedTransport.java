package org.govshare.platform.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;

/**
 * Java's transport, with a watch over every connection that a server accepts, from its first moment. All servers of a process
 * speak HTTP/1.1.
 */
final class WatchedTransport extends JDKTransport {
    private final OpenConnections connections;

    WatchedTransport(OpenConnections connections) {
        this.connections = connections;
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap server) {
        super.configure(options, domainSocket, server);
        server.handler(new Door());
    }

    void stop() {
        connections.stop();
    }

    /** A listening socket reads the connections that it has accepted. */
    @ChannelHandler.Sharable
    private final class Door extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            Channel connection = (Channel) accepted;
            if (connections.admits(connection)) {
                connection.pipeline().addLast(new ClientWatch(connections));
                context.fireChannelRead(connection);
            } else {
                connection.unsafe().closeForcibly();
            }
        }
    }
}
