// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Requests over a socket as they are, to a server on 127.0.0.1. */
final class RawClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    RawClient(int port) {
        this.port = port;
    }

    /**
     * Sends a request of right form on a connection that is kept.
     *
     * @param head the request line and the fields, without Host and Content-Length
     * @param body the body
     * @return the status and the body of the response
     */
    String post(String head, byte[] body) throws IOException {
        byte[] request = request(head, body);
        for (int tries = 0;; tries++) {
            if (socket == null) {
                socket = open("127.0.0.1", port);
                in = new BufferedInputStream(socket.getInputStream());
            }
            try {
                socket.getOutputStream().write(request);
                return response();
            } catch (IOException closed) {
                close();
                if (tries > 0) {
                    throw closed;
                }
            }
        }
    }

    private static byte[] request(String head, byte[] body) {
        byte[] before = (head + "Host: 127.0.0.1\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[before.length + body.length];
        System.arraycopy(before, 0, request, 0, before.length);
        System.arraycopy(body, 0, request, before.length, body.length);
        return request;
    }

    private static Socket open(String host, int port) throws IOException {
        Socket socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private String response() throws IOException {
        String status = line();
        int length = 0;
        boolean isChunked = false;
        boolean isClosing = false;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String lower = field.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:") ? Integer.parseInt(lower.substring(15).strip()) : length;
            isChunked |= lower.equals("transfer-encoding: chunked");
            isClosing |= lower.equals("connection: close");
        }
        byte[] body = isChunked ? chunks() : in.readNBytes(length);
        if (isClosing) {
            close();
        }
        return status.substring(Math.min(9, status.length())) + "\n" + new String(body, StandardCharsets.UTF_8);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed within a response: " + line);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /**
     * Sends bytes on a connection of their own, and then nothing more.
     *
     * @return everything that comes until the server closes the connection; what came before, where the server resets it
     */
    static String exchange(String host, int port, byte[] bytes) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = open(host, port)) {
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
            } catch (SocketException refusedEarly) {
                // what the server said before is read below
            }
            byte[] buffer = new byte[8192];
            InputStream from = socket.getInputStream();
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                answer.write(buffer, 0, read);
            }
        } catch (SocketException reset) {
            // nothing more comes
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
