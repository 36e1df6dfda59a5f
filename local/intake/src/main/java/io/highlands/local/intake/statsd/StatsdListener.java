// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.statsd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Takes in DogStatsD's datagrams on 127.0.0.1, one after the other: what comes too fast is lost, as UDP is. */
public final class StatsdListener implements AutoCloseable {

    /** Clients send at most 8 KiB to this machine by default; what is longer is cut. */
    private static final int DATAGRAM_BYTES = 65_535;

    private final DatagramSocket socket;
    private final MetricSink sink;
    private final LongAdder samples = new LongAdder();
    private final LongAdder unread = new LongAdder();
    private final Thread thread;

    /**
     * Starts listening.
     *
     * @param port on 127.0.0.1; 0 for any that is free
     * @param sink what takes the samples
     * @throws UncheckedIOException when the port is taken; its cause is a {@link java.net.BindException}
     */
    public StatsdListener(int port, MetricSink sink) {
        try {
            this.socket = new DatagramSocket(port, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.sink = sink;
        this.thread = Thread.ofVirtual().name("statsd").start(this::listen);
    }

    /** {@return the port on 127.0.0.1} */
    public int port() {
        return socket.getLocalPort();
    }

    /** {@return how many samples came} */
    public long samples() {
        return samples.sum();
    }

    /** {@return how many lines came that are none: events, service checks, sets, and what cannot be read} */
    public long unread() {
        return unread.sum();
    }

    private void listen() {
        DatagramPacket packet = new DatagramPacket(new byte[DATAGRAM_BYTES], DATAGRAM_BYTES);
        while (!socket.isClosed()) {
            try {
                packet.setLength(DATAGRAM_BYTES);
                socket.receive(packet);
                new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8).lines()
                        .filter(line -> !line.isBlank()).forEach(this::take);
            } catch (IOException e) {
                // Closed, which ends the loop; or one datagram that did not arrive.
                unread.increment();
            }
        }
    }

    private void take(String line) {
        List<StatsdSample> read = StatsdLine.samples(line);
        if (read.isEmpty()) {
            unread.increment();
        }
        for (StatsdSample sample : read) {
            samples.increment();
            sink.take(sample);
        }
    }

    /** Stops listening. */
    @Override
    public void close() {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
