package org.govshare.standalone.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The network between the application and its database, where connections break and answers get lost. */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 8192;

    private final ServerSocket entrance;
    private final int target;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();

    private Wire(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    /** Lets connections through to a port of this machine. */
    static Wire to(int target) throws IOException {
        Wire wire = new Wire(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), target);
        wire.workers.execute(wire::accept);
        return wire;
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Breaks every connection in both directions, in the middle of whatever it carries. */
    void cut() {
        links.forEach(Link::close);
    }

    /**
     * For a while what the server answers does not arrive, and then the connections break: statements, commits too,
     * have their effect and nobody is told.
     */
    void loseAnswers(long millis) {
        Set<Link> deaf = Set.copyOf(links);
        deaf.forEach(link -> link.deaf = true);
        Pause.millis(millis);
        deaf.forEach(Link::close);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
        workers.shutdownNow();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                connect(client);
            } catch (IOException e) {
                // The entrance was closed, which ends the loop.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target));
            links.add(link);
            workers.execute(link::up);
            workers.execute(link::down);
        } catch (IOException e) {
            client.close();
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean deaf;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void up() {
            pump(client, server, false);
        }

        void down() {
            pump(server, client, true);
        }

        private void pump(Socket from, Socket to, boolean answers) {
            byte[] buffer = new byte[BUFFER];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!(answers && deaf)) {
                        out.write(buffer, 0, read);
                        out.flush();
                    }
                }
            } catch (IOException e) {
                // A broken connection is what this is for.
            } finally {
                close();
            }
        }

        void close() {
            links.remove(this);
            try (client;
                    server) {
                return;
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}
