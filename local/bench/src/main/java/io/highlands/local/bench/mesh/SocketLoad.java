// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.mesh;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The built-in load generator: a thread and a plain socket to each connection. It costs more than wrk does. */
final class SocketLoad implements LoadGenerator {

    private static final int MAX_SAMPLES = 2_000_000;

    @Override
    public String name() {
        return "the built-in load generator (wrk is not installed)";
    }

    @Override
    public Sample run(URI url, int connections, Duration duration) throws IOException, InterruptedException {
        List<Future<long[]>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                results.add(threads.submit(() -> ask(url, duration)));
            }
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> result : results) {
            try {
                all.add(result.get());
            } catch (ExecutionException e) {
                throw new IOException(e.getCause().getMessage(), e);
            }
        }
        long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (nanos.length == 0) {
            throw new IOException("no answer from " + url);
        }
        return new Sample(nanos[nanos.length / 2] / 1e3, nanos[(int) (nanos.length * 0.99)] / 1e3,
                nanos.length * 1e9 / duration.toNanos());
    }

    private static long[] ask(URI url, Duration duration) throws IOException {
        byte[] request = ("GET " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long[] nanos = new long[1024];
        int count = 0;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            long end = System.nanoTime() + duration.toNanos();
            for (long now = System.nanoTime(); now - end < 0 && count < MAX_SAMPLES; count++) {
                socket.getOutputStream().write(request);
                in.skipNBytes(bodyLength(in));
                long then = System.nanoTime();
                nanos = count == nanos.length ? Arrays.copyOf(nanos, count * 2) : nanos;
                nanos[count] = then - now;
                now = then;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private static int bodyLength(InputStream in) throws IOException {
        int length = 0;
        StringBuilder line = new StringBuilder();
        for (boolean first = true;; first = false) {
            line.setLength(0);
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the connection ended in the middle of an answer");
                }
                line.append((char) next);
            }
            String text = line.toString().trim();
            if (first && !text.startsWith("HTTP/1.1 200")) {
                throw new IOException("answered " + text);
            }
            if (text.isEmpty()) {
                return length;
            }
            if (text.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(text.substring(15).trim());
            }
        }
    }
}
