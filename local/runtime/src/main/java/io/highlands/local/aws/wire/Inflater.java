// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Undoes the compression of a body, and stops where it grows too large. */
public final class Inflater {

    private Inflater() {
    }

    /**
     * Inflates a body.
     *
     * @param encoding the {@code Content-Encoding}; null or empty: none
     * @param body the bytes as they came
     * @param limit the greatest size afterwards, in bytes
     * @return the bytes of the request
     * @throws AwsError when it is too large, broken, or compressed otherwise than by gzip
     */
    public static byte[] inflate(String encoding, byte[] body, int limit) {
        if (encoding == null || encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw AwsError.unreadable("Content-Encoding '%s' is not read; allowed: gzip".formatted(
                    Scalars.brief(encoding)));
        }
        try (GZIPInputStream inflated = new GZIPInputStream(new ByteArrayInputStream(body), 8192)) {
            byte[] bytes = inflated.readNBytes(limit);
            if (inflated.read() >= 0) {
                throw AwsError.tooLarge(limit + 1L, limit);
            }
            return bytes;
        } catch (IOException e) {
            throw AwsError.unreadable("the body is not gzip: " + e.getMessage());
        }
    }
}
