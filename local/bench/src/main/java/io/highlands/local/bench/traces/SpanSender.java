// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP connection that posts bodies: as little as can be, since it shares the cores with what is measured. */
final class SpanSender implements AutoCloseable {

    /** Longer than any answer takes, and shorter than a server keeps an idle connection. */
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;

    private final InputStream in;

    private final OutputStream out;

    private final String head;

    SpanSender(int port, String path, String type) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Type: " + type
                + "\r\nContent-Length: ";
    }

    /**
     * Posts a body.
     *
     * @return the answer's status
     * @throws IOException when there is no answer, within {@value #TIMEOUT_MILLIS} ms
     */
    int post(byte[] body) throws IOException {
        try {
            return posted(body);
        } catch (SocketTimeoutException e) {
            throw new IOException("a request was not answered within " + TIMEOUT_MILLIS / 1000 + " s", e);
        }
    }

    private int posted(byte[] body) throws IOException {
        out.write((head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
        }
        if (chunked) {
            for (long chunk = chunk(); chunk > 0; chunk = chunk()) {
                in.skipNBytes(chunk + 2);
            }
            line();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private long chunk() throws IOException {
        return Long.parseLong(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended before the answer did");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
