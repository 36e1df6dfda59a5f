// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly what a test says. */
public final class RawClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket = new Socket();

    /** Connects from an address of this machine. */
    public RawClient(String from, String address, int port) throws IOException {
        if (from != null) {
            socket.bind(new InetSocketAddress(from, 0));
        }
        socket.setReceiveBufferSize(32 * 1024);
        socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    public RawClient(String address, int port) throws IOException {
        this(null, address, port);
    }

    public RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    public Socket socket() {
        return socket;
    }

    /** {@return the head of the next answer} */
    public String head() throws IOException {
        return RawServer.readHead(socket);
    }

    /** {@return the next bytes, as many as asked for or until the connection ends} */
    public String read(int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), StandardCharsets.ISO_8859_1);
    }

    /** {@return all that comes until the connection ends} */
    public String readToEnd() throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
