// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Undoes gzip up to the limit of a body, and asks for room as it goes. */
final class Inflating {

    private static final int FIRST = 64 * 1024;

    private Inflating() {
    }

    static byte[] inflate(String encoding, byte[] sent, Room.Share share) {
        if (encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
            return sent;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new Refusal(415, "this Content-Encoding is not read; allowed: gzip, identity");
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent), 8192)) {
            return read(in, share);
        } catch (IOException e) {
            throw new Refusal(400, "the body is not whole gzip: " + e.getMessage());
        }
    }

    private static byte[] read(InputStream in, Room.Share share) throws IOException {
        byte[] bytes = new byte[FIRST];
        int length = 0;
        take(share, FIRST);
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes, length, bytes.length - length)) {
            length += read;
            if (length > IntakeServer.BODY_BYTES) {
                throw IntakeServer.tooLarge();
            }
            if (length == bytes.length) {
                take(share, length);
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static void take(Room.Share share, long bytes) {
        if (!share.take(bytes)) {
            throw Refusal.noRoom();
        }
    }
}
