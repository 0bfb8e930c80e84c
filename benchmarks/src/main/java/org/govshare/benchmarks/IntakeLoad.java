package org.govshare.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Submits requests over HTTP/1.1 in a process of its own, each connection waiting for its answer before it sends again,
 * and takes the notifications that come of them. Plain sockets: what it costs is taken from what it measures.
 */
public final class IntakeLoad {
    /** Ends the answer of one run: how many were accepted, in how many seconds, and the 99th percentile in milliseconds. */
    static final String RESULT = "accepted %d seconds %.3f p99 %.2f";

    /** Hebei's scenario and the four other contents of Decree 809, art. 20 para. 2. */
    private static final String DATA =
            "{\"dataset\":\"hebei-standard-addresses\",\"use-basis\":\"传染病防治法第四十条\",\"scenario\":\"疫情流调时核对住址\","
                    + "\"scope\":\"石家庄市\",\"mode\":\"服务接口\",\"use-until\":\"2027-12-31\"}";

    private final int port;
    private final byte[] body = DATA.getBytes(StandardCharsets.UTF_8);

    private IntakeLoad(int port) {
        this.port = port;
    }

    /**
     * Takes the application's port and a file with a token for each connection; prints the port of its sink; then for
     * each line "seconds" or "xCOUNT" on its input makes a run and prints {@link #RESULT}.
     */
    public static void main(String[] arguments) throws Exception {
        IntakeLoad load = new IntakeLoad(Integer.parseInt(arguments[0]));
        List<String> tokens = Files.readAllLines(Path.of(arguments[1]));
        Sink sink = new Sink();
        sink.start();
        System.out.println(sink.port());
        var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            boolean counted = line.startsWith("x");
            long most = counted ? Long.parseLong(line.substring(1)) : Long.MAX_VALUE;
            double seconds = counted ? Double.MAX_VALUE : Double.parseDouble(line);
            System.out.println(load.run(counted ? tokens.subList(0, 1) : tokens, most, seconds));
        }
        System.exit(0);
    }

    private String run(List<String> tokens, long most, double seconds) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(tokens.size());
        long start = System.nanoTime();
        long end = seconds == Double.MAX_VALUE ? Long.MAX_VALUE : start + (long) (seconds * 1e9);
        List<Future<long[]>> running = new ArrayList<>();
        for (String token : tokens) {
            Callable<long[]> connection = () -> submit(token, most, end);
            running.add(workers.submit(connection));
        }
        List<long[]> taken = new ArrayList<>();
        for (Future<long[]> connection : running) {
            taken.add(connection.get());
        }
        double took = (System.nanoTime() - start) / 1e9;
        workers.shutdown();
        long[] all = taken.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        double p99 = all[(int) Math.min(all.length - 1, Math.ceil(all.length * 0.99))] / 1e6;
        return String.format(Locale.ROOT, RESULT, all.length, took, p99);
    }

    /** How long each command took, in nanoseconds. */
    private long[] submit(String token, long most, long end) throws IOException {
        long[] taken = new long[1024];
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(60));
            Answers answers = new Answers(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (count < most && (end == Long.MAX_VALUE || System.nanoTime() < end)) {
                long before = System.nanoTime();
                out.write(request(token));
                int status = answers.next();
                if (status != 201) {
                    throw new IOException("a command was answered with " + status);
                }
                if (count == taken.length) {
                    taken = Arrays.copyOf(taken, count * 2);
                }
                taken[count++] = System.nanoTime() - before;
            }
        }
        return Arrays.copyOf(taken, count);
    }

    private byte[] request(String token) {
        String head = "POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                + "\r\nce-specversion: 1.0\r\nce-id: " + UUID.randomUUID()
                + "\r\nce-source: //benchmark\r\nce-type: org.govshare.request.submitted.v1"
                + "\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    /** The messages that come in on one connection, one after another. */
    private static final class Answers {
        private final InputStream in;
        private final byte[] line = new byte[32 * 1024];

        Answers(InputStream in) {
            this.in = new BufferedInputStream(in, 32 * 1024);
        }

        /** The status of the next answer, its body read over. */
        int next() throws IOException {
            String first = read();
            skip();
            return Integer.parseInt(first.substring(9, 12));
        }

        /** Reads over the headers and a body of known length. */
        void skip() throws IOException {
            int length = 0;
            for (String header = read(); !header.isEmpty(); header = read()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                    throw new IOException("a body without a length");
                }
            }
            in.skipNBytes(length);
        }

        /** The next line without its end. */
        String read() throws IOException {
            int size = 0;
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException();
                }
                line[size++] = (byte) next;
            }
            return new String(line, 0, Math.max(0, size - 1), StandardCharsets.ISO_8859_1);
        }
    }

    /** Takes every notification, as a broker would, and forgets it. */
    static final class Sink extends Thread {
        private static final byte[] TAKEN =
                "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        private final ServerSocket server;

        Sink() throws IOException {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            setDaemon(true);
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void run() {
            while (true) {
                try {
                    Socket socket = server.accept();
                    Thread taking = new Thread(() -> take(socket));
                    taking.setDaemon(true);
                    taking.start();
                } catch (IOException e) {
                    return;
                }
            }
        }

        private static void take(Socket socket) {
            try (socket) {
                socket.setTcpNoDelay(true);
                Answers events = new Answers(socket.getInputStream());
                while (true) {
                    events.read();
                    events.skip();
                    socket.getOutputStream().write(TAKEN);
                }
            } catch (IOException e) {
                // The other side has closed the connection.
            }
        }
    }
}
