package org.govshare.backflow.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that keep the server waiting lose their connections; those that are being answered keep them. */
@QuarkusTest
@TestProfile(ConnectionQuarkusTest.Impatient.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class ConnectionQuarkusTest {
    private static final int MOST = 8;
    private static final long PATIENCE = 1_000;
    private static final long SLACK = 1_500;

    private static final String HALF_HEADER = "POST /events HTTP/1.1\r\nHost: test\r\nX-Some";
    private static final String HALF_BODY =
            "POST /events HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
    private static final String CHUNKED = "POST /events HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n";

    /** Limits that a test can wait for. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "govshare.connection.most", Integer.toString(MOST),
                    "govshare.connection.patience", Duration.ofMillis(PATIENCE).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HALF_HEADER, HALF_BODY, CHUNKED})
    void clientThatStops_isLeft(String said) throws IOException {
        try (Socket socket = connect()) {
            long start = System.nanoTime();
            say(socket, said);
            assertLeft(socket, start);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HALF_HEADER, HALF_BODY})
    void clientThatDrips_isLeft(String said) throws Exception {
        try (Socket socket = connect()) {
            socket.setSoTimeout(50);
            long start = System.nanoTime();
            say(socket, said);
            while (millisSince(start) < PATIENCE + SLACK && open(socket)) {
                say(socket, "x");
            }
            assertLeft(socket, start);
        }
    }

    @Test
    void keptConnection_isServedAgainAndAgain_andLeftWhenIdle() throws Exception {
        try (Socket socket = connect()) {
            socket.setSoTimeout((int) (PATIENCE + SLACK));
            for (int i = 0; i < 4; i++) {
                TimeUnit.MILLISECONDS.sleep(PATIENCE * 6 / 10);
                say(socket, "GET /q/health/live HTTP/1.1\r\nHost: test\r\n\r\n");
                assertEquals("HTTP/1.1 200 OK", line(socket));
                skipBody(socket);
            }
            assertLeft(socket, System.nanoTime());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slow/silent", "/slow/streamed"})
    void slowAnswer_comesWhole(String path) throws IOException {
        String body = RawHttp.send(RestAssured.port, "GET", path, Map.of(), new byte[0])
                .body();
        assertTrue(
                path.endsWith("silent") ? body.endsWith("done") : body.split("part", -1).length == 11,
                () -> "cut off: " + body);
    }

    @Test
    void refusedBeforeItsBodyCame_isAnsweredAndLeft() throws IOException {
        try (Socket socket = connect()) {
            long start = System.nanoTime();
            say(socket, "POST /events HTTP/1.1\r\nHost: test\r\nContent-Length: 99000000\r\n\r\n{");
            socket.setSoTimeout((int) (PATIENCE + SLACK));
            assertEquals("HTTP/1.1 413 Request Entity Too Large", line(socket));
            while (socket.getInputStream().read() >= 0) {
                // the rest of the answer
            }
            assertTrue(millisSince(start) < PATIENCE + SLACK);
        }
    }

    @Test
    void beyondTheLimit_theLongestIdleMakesRoom() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * MOST; i++) {
                idle.add(connect());
            }
            try (Socket served = connect()) {
                served.setSoTimeout((int) PATIENCE);
                say(served, "GET /q/health/live HTTP/1.1\r\nHost: test\r\n\r\n");
                assertEquals("HTTP/1.1 200 OK", line(served));
            }
            idle.get(0).setSoTimeout((int) PATIENCE / 2);
            assertEquals(-1, idle.get(0).getInputStream().read(), "the first has made room");
            Socket newest = idle.get(idle.size() - 1);
            newest.setSoTimeout(50);
            assertThrows(
                    SocketTimeoutException.class, () -> newest.getInputStream().read(), "the last is still there");
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static boolean open(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Within its time and some, and not before. */
    private static void assertLeft(Socket socket, long start) throws IOException {
        socket.setSoTimeout((int) (PATIENCE + 2 * SLACK));
        int read;
        try {
            read = socket.getInputStream().read();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still connected after " + millisSince(start) + " ms", e);
        } catch (IOException e) {
            read = -1;
        }
        long millis = millisSince(start);
        assertEquals(-1, read);
        assertTrue(millis > PATIENCE / 2 && millis < PATIENCE + SLACK, "left after " + millis + " ms");
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next; (next = socket.getInputStream().read()) >= 0 && next != '\n'; ) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void skipBody(Socket socket) throws IOException {
        int length = 0;
        for (String line = line(socket); !line.isEmpty(); line = line(socket)) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        socket.getInputStream().readNBytes(length);
    }
}
