// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One connection over which requests go byte by byte as a test has them, whatever an HTTP client would think of them. */
final class RawClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final int port;

    /** What came back; names of headers in lower case. */
    record Response(int status, Map<String, String> headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    RawClient(int port) {
        try {
            this.port = port;
            this.socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(20_000);
            this.in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Posts a body; Host and Content-Length are added. */
    Response post(String path, List<String> headers, byte[] body) {
        return send("POST " + path + " HTTP/1.1", headers, body);
    }

    Response send(String line, List<String> headers, byte[] body) {
        boolean named = headers.stream().anyMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("host:"));
        String head = line + "\r\n" + (named ? "" : "Host: 127.0.0.1:" + port + "\r\n") + "Content-Length: "
                + body.length + "\r\n" + String.join("", headers.stream().map(header -> header + "\r\n").toList())
                + "\r\n";
        try {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(head.getBytes(StandardCharsets.ISO_8859_1));
            all.write(body);
            socket.getOutputStream().write(all.toByteArray());
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response read() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        return new Response(status, headers,
                in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended after '" + line + "'");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
