// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.channels.StreamSourceChannel;

/**
 * Moves a body from a source to a sink with one buffer, reading only as fast as the sink takes it. It holds the buffer
 * only while bytes are in it. With a {@link Replay} the sink can be exchanged for another, which gets everything from the
 * start.
 */
final class BodyPump {

    /** Hears how the pumping goes. */
    interface Events {

        /** Bytes have moved. */
        void moved();

        /** The last byte has been read; not yet necessarily written. */
        default void read() {
        }

        /** The last byte has been written and flushed. */
        default void done() {
        }

        /** The source ended in the middle. */
        void sourceFailed(IOException cause);

        /** The sink takes no more. */
        void sinkFailed(IOException cause);
    }

    private final StreamSourceChannel source;
    private final ByteBufferPool buffers;
    private final Replay replay;
    private final Events events;
    private StreamSinkChannel sink;
    private PooledByteBuffer pooled;
    private ByteBuffer pending;
    private long bytes;
    private boolean read;
    private boolean shut;
    private boolean done;

    BodyPump(StreamSourceChannel source, ByteBufferPool buffers, Replay replay, Events events) {
        this.source = source;
        this.buffers = buffers;
        this.replay = replay;
        this.events = events;
    }

    /** Begins to write to a sink: what has been read before, if there was a sink before, and then the rest. */
    void attach(StreamSinkChannel to) {
        sink = to;
        shut = false;
        pending = replay == null ? null : replay.bytes();
        source.getReadSetter().set(channel -> run());
        to.getWriteSetter().set(channel -> run());
        run();
    }

    /** Lets go of the sink; reading stops. */
    void detach() {
        StreamSinkChannel from = sink;
        sink = null;
        free();
        pending = null;
        if (from != null && !read) {
            source.suspendReads();
        }
        if (from != null && from.isOpen()) {
            from.getWriteSetter().set(null);
            from.suspendWrites();
        }
    }

    long bytes() {
        return bytes;
    }

    /** {@return whether everything that was read is written, and the source has more to come} */
    boolean waitsForSource() {
        return sink != null && !read && pending == null;
    }

    boolean read() {
        return read;
    }

    boolean done() {
        return done;
    }

    private void run() {
        while (sink != null) {
            if (pending != null && pending.hasRemaining()) {
                if (!write()) {
                    return;
                }
            } else if (read) {
                finish();
                return;
            } else if (!fill()) {
                return;
            }
        }
    }

    private boolean write() {
        try {
            int count = read && pooled != null ? sink.writeFinal(pending) : sink.write(pending);
            if (count == 0 && pending.hasRemaining()) {
                if (!read) {
                    source.suspendReads();
                }
                sink.resumeWrites();
                return false;
            }
            shut = shut || read && pooled != null && !pending.hasRemaining();
        } catch (IOException e) {
            detach();
            events.sinkFailed(e);
            return false;
        }
        if (!pending.hasRemaining()) {
            free();
            pending = null;
        }
        events.moved();
        return true;
    }

    private boolean fill() {
        pooled = buffers.allocate();
        ByteBuffer buffer = pooled.getBuffer();
        int count;
        try {
            do {
                count = source.read(buffer);
            } while (count > 0 && buffer.hasRemaining());
        } catch (IOException e) {
            detach();
            events.sourceFailed(e);
            return false;
        }
        buffer.flip();
        if (count < 0) {
            read = true;
        }
        if (!buffer.hasRemaining()) {
            free();
            if (read) {
                events.read();
                return true;
            }
            sink.suspendWrites();
            source.resumeReads();
            return false;
        }
        bytes += buffer.remaining();
        pending = buffer;
        if (replay != null) {
            replay.keep(buffer);
        }
        if (read) {
            events.read();
        }
        return true;
    }

    private void finish() {
        try {
            if (!shut) {
                shut = true;
                sink.shutdownWrites();
            }
            if (sink == null) {
                return;
            }
            if (!sink.flush()) {
                sink.resumeWrites();
                return;
            }
        } catch (IOException e) {
            detach();
            events.sinkFailed(e);
            return;
        }
        done = true;
        sink = null;
        events.done();
    }

    private void free() {
        if (pooled != null) {
            pooled.close();
            pooled = null;
        }
    }
}
