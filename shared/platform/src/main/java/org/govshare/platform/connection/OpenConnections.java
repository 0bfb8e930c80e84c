package org.govshare.platform.connection;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The connections of one process, up to a maximum. At the maximum, a new one replaces the one that has kept the server
 * waiting longest, so that silent clients do not keep others out. While the server is answering on all of them, the new
 * one is refused.
 */
final class OpenConnections {
    private static final Duration AT_THE_END = Duration.ofSeconds(1);

    private final int most;
    private final Duration patience;
    private final Set<Channel> waiting = new LinkedHashSet<>();
    private final Set<Channel> leaving = new HashSet<>();
    private int open;
    private boolean stopping;

    OpenConnections(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /**
     * Whether there is room for a connection. The connection counts until it is closed, and waits for its client from
     * now on.
     */
    synchronized boolean admits(Channel connection) {
        if (open >= most && !closeLongestWaiting()) {
            return false;
        }
        open++;
        waiting.add(connection);
        connection.closeFuture().addListener(closed -> left(connection));
        return true;
    }

    /** Notes that the server waits for a client from now on, and returns how long it will wait. */
    synchronized Duration waits(Channel connection) {
        waiting.remove(connection);
        waiting.add(connection);
        return stopping ? AT_THE_END : patience;
    }

    synchronized void serves(Channel connection) {
        waiting.remove(connection);
        leaving.remove(connection);
    }

    /** Closes all connections that wait for their clients, and gives later ones only a short time. */
    synchronized void stop() {
        stopping = true;
        List.copyOf(waiting).forEach(this::leave);
    }

    /**
     * Closes a connection on its own thread, unless a whole request has arrived on it by then: such a request is
     * answered.
     */
    private void leave(Channel connection) {
        waiting.remove(connection);
        leaving.add(connection);
        connection.eventLoop().execute(() -> {
            if (stillLeaves(connection)) {
                connection.close();
            }
        });
    }

    private synchronized boolean stillLeaves(Channel connection) {
        return leaving.remove(connection);
    }

    private boolean closeLongestWaiting() {
        if (waiting.isEmpty()) {
            return false;
        }
        leave(waiting.iterator().next());
        return true;
    }

    private synchronized void left(Channel connection) {
        waiting.remove(connection);
        leaving.remove(connection);
        open--;
    }
}
