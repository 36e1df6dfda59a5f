// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Decodes a body's Content-Encoding up to a limit, and takes memory as it goes. */
public final class BoundedGzip {

    private static final int FIRST_BYTES = 64 * 1024;

    private BoundedGzip() {
    }

    /**
     * Decodes a body.
     *
     * @param encoding the Content-Encoding; null or empty for none
     * @param sent the body as sent
     * @param limit the largest body as decoded, in bytes
     * @param share the memory that it takes
     * @return the decoded body; the array itself where there is no encoding
     * @throws BodyException when it is too large, not gzip, encoded in another way, or finds no memory
     */
    public static byte[] decode(String encoding, byte[] sent, int limit, BodyMemory.Share share) throws BodyException {
        if (encoding == null || encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
            return sent;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw BodyException.encoding(encoding);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent), 8192)) {
            return read(in, limit, share);
        } catch (IOException e) {
            throw BodyException.notGzip(e.getMessage() == null ? "it ends too early" : e.getMessage());
        }
    }

    private static byte[] read(InputStream in, int limit, BodyMemory.Share share) throws IOException, BodyException {
        // One byte more than the limit tells a body at the limit from a larger one.
        byte[] bytes = new byte[Math.min(FIRST_BYTES, limit + 1)];
        int length = 0;
        take(share, bytes.length);
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes, length, bytes.length - length)) {
            length += read;
            if (length > limit) {
                throw BodyException.tooLarge(length, limit);
            }
            if (length == bytes.length) {
                int capacity = (int) Math.min(2L * length, limit + 1L);
                take(share, capacity - length);
                bytes = Arrays.copyOf(bytes, capacity);
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static void take(BodyMemory.Share share, long bytes) throws BodyException {
        if (!share.take(bytes)) {
            throw BodyException.noMemory();
        }
    }
}
