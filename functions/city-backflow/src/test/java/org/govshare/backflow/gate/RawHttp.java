package org.govshare.backflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP/1.1 written by hand, because every client corrects what these tests need broken; with the secret of our own
 * sink.
 */
final class RawHttp {
    private static final int PATIENCE = 60_000;
    private static final Pattern LENGTH = Pattern.compile("(?mi)^content-length: *(\\d+)");

    private RawHttp() {}

    /** An answer's status line, headers and body, as one text. */
    record Answer(int status, String head, String body) {

        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(body);
        }

        boolean isProblem() {
            return head.toLowerCase(java.util.Locale.ROOT).contains("content-type: application/problem+json");
        }
    }

    static Answer send(int port, String method, String target, Map<String, String> headers, byte[] body)
            throws IOException {
        StringBuilder head = new StringBuilder(method + " " + target
                + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n" + "Govshare-Sink-Secret: test-secret\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!headers.containsKey("Content-Length") && !headers.containsKey("Transfer-Encoding")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return parse(read(socket));
        }
    }

    /**
     * As much as the answer announces. A body that was announced and refused unread keeps the connection open, as the server
     * closes it only at the request's end; or it closes before it has read everything: what it said before that counts.
     */
    private static String read(Socket socket) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            copy(in, read, () -> read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n"));
            Matcher announced = LENGTH.matcher(read.toString(StandardCharsets.ISO_8859_1));
            int end = announced.find() ? read.size() + Integer.parseInt(announced.group(1)) : Integer.MAX_VALUE;
            copy(in, read, () -> read.size() == end);
        } catch (IOException e) {
            // closed by the other side
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private static void copy(InputStream in, ByteArrayOutputStream read, BooleanSupplier done) throws IOException {
        for (int next; !done.getAsBoolean() && (next = in.read()) >= 0; ) {
            read.write(next);
        }
    }

    private static Answer parse(String raw) {
        int end = raw.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, raw, "");
        }
        return new Answer(Integer.parseInt(raw.substring(9, 12)), raw.substring(0, end), raw.substring(end + 4));
    }
}
