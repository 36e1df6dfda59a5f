// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSourceConduit;

/** Sees every byte that comes from a connection before the HTTP parser does, and may take some out. */
public abstract class ScannedConduit extends AbstractStreamSourceConduit<StreamSourceConduit> {

    /**
     * @param next where the bytes come from
     */
    protected ScannedConduit(StreamSourceConduit next) {
        super(next);
    }

    /**
     * Looks at bytes that have just been read.
     *
     * @param buffer holds them
     * @param from the index of the first
     * @param to the index after the last
     * @return the index after the last that is passed on
     */
    protected abstract int scan(ByteBuffer buffer, int from, int to);

    /**
     * Puts bytes that were held back in front of those that are read next; by default there are none.
     *
     * @param buffer takes them
     */
    protected void before(ByteBuffer buffer) {
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        int from = buffer.position();
        before(buffer);
        int count = next.read(buffer);
        if (count <= 0) {
            buffer.position(from);
            return count;
        }
        int end = scan(buffer, from, buffer.position());
        buffer.position(end);
        return end - from;
    }

    @Override
    public final long read(ByteBuffer[] buffers, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (buffers[i].hasRemaining()) {
                return read(buffers[i]);
            }
        }
        return 0;
    }

    @Override
    public final long transferTo(long position, long count, FileChannel target) throws IOException {
        return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
    }

    @Override
    public final long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
        return Conduits.transfer(this, count, through, target);
    }

    /**
     * {@return the index after the last byte, once what stands after a gap is moved to its beginning}
     *
     * @param buffer holds the bytes
     * @param gap the index of the gap's first byte
     * @param after the index after its last byte
     * @param to the index after the last byte of all
     */
    protected static int close(ByteBuffer buffer, int gap, int after, int to) {
        int end = gap;
        for (int i = after; i < to; i++) {
            buffer.put(end++, buffer.get(i));
        }
        return end;
    }
}
