package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.govshare.standalone.CommandLineTest.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the calendar command sends and tells, with a server's answers written down here. */
class CalendarCommandTest {
    @TempDir
    Path folder;

    private HttpServer server;
    private final Deque<String> standings = new ArrayDeque<>();
    private String loaded = "{\"version\":1,\"state\":\"recounting\"}";
    private int status = 201;
    private String request = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/calendar", exchange -> answer(exchange, 200, standings.pop()));
        server.createContext("/calendar/notices", exchange -> {
            request = exchange.getRequestHeaders().getFirst("Authorization")
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, status, loaded);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void loaded_isWaitedForUntilNoClockIsBehind() throws Exception {
        standings.addAll(List.of(standing(4000, 0), standing(0, 17)));

        Ended ended = load("notice\t2027\naddress\tmade-up\n2027-01-01\toff\t元旦\n");

        assertEquals(0, ended.status(), ended.err());
        assertTrue(request.startsWith("Bearer x{\"notice\":\"notice\\t2027\\n"), request);
        assertTrue(ended.out().contains("to count again: 4000 clocks"), ended.out());
        assertTrue(ended.out().contains("calendar version 1, provisional from 2027-12-29; moved 17 due moments"));
        assertTrue(ended.err().contains("does not rule off these statutory festival days"), ended.err());
    }

    @Test
    void brokenFile_isRefusedBeforeItIsSent() throws Exception {
        Ended ended = load("notice\t2027\naddress\tmade-up\n2027-13-01\toff\t元旦\n");

        assertEquals(1, ended.status());
        assertTrue(ended.err().contains("notice.tsv:3: \"2027-13-01\" is not a date"), ended.err());
        assertEquals("", request);
    }

    @Test
    void byteOrderMark_isNotSent() throws Exception {
        standings.add(standing(0, 0));

        Ended ended = load("\uFEFFnotice\t2027\naddress\tmade-up\n2027-01-01\toff\t元旦\n");

        assertEquals(0, ended.status(), ended.err());
        assertTrue(request.startsWith("Bearer x{\"notice\":\"notice\\t2027\\n"), request);
    }

    @Test
    void otherEncoding_isRefusedWithOffsetAndLine() throws Exception {
        Path file = folder.resolve("notice.tsv");
        Files.write(file, "notice\t2027\naddress\tmade-up\n2027-01-01\toff\t元旦\n".getBytes("GBK"));

        Ended ended = CommandLineTest.run("calendar", "load", file.toString(), "--url", "http://127.0.0.1:1");

        assertEquals(1, ended.status());
        assertEquals(
                "govshare: " + file + ":3: is not UTF-8: octet B5 at offset 45. It looks like GBK, in which Excel saves"
                        + " Chinese; save it as \"CSV UTF-8\", or convert it from GB18030\n",
                ended.err());
    }

    @Test
    void refusal_isToldInTheServersWords() throws Exception {
        status = 403;
        loaded = "{\"title\":\"Not allowed\",\"detail\":\"Operators only.\"}";

        Ended ended = load("notice\t2027\naddress\tmade-up\n2027-01-01\toff\t元旦\n");

        assertEquals(1, ended.status());
        assertTrue(ended.err().contains("refused (403): Not allowed: Operators only."), ended.err());
    }

    @Test
    void show_printsNoticesAndTheirDays() {
        String notices = CommandLineTest.run("calendar", "show").out();
        String days = CommandLineTest.run("calendar", "show", "2026").out();

        assertTrue(notices.endsWith("provisional from 2026-12-29\n"), notices);
        assertTrue(days.contains("2026-10-10\twork\t国庆节"), days);
        assertEquals(1, CommandLineTest.run("calendar", "show", "1999").status());
    }

    private Ended load(String notice) throws IOException {
        Path file = Files.writeString(folder.resolve("notice.tsv"), notice);
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return CommandLineTest.run("calendar", "load", file.toString(), "--url", url, "--token", "x");
    }

    private static String standing(long toRecount, long moved) {
        return "{\"version\":1,\"provisionalFrom\":\"2027-12-29\",\"notices\":[],\"toRecount\":" + toRecount
                + ",\"moved\":" + moved + "}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
