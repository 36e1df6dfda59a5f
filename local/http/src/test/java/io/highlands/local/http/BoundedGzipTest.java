// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.http.BodyException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Content-Encoding as RFC 9110 (8.4) names its codings, and gzip as RFC 1952 does. */
class BoundedGzipTest {

    private static final int LIMIT = 200_000;

    private final BodyMemory memory = new BodyMemory(1 << 20);
    private final BodyMemory.Share share = memory.share();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, LIMIT})
    void aBodyUpToTheLimitIsTheOneThatWasSent(int length) throws Exception {
        byte[] body = new byte[length];
        new Random(length).nextBytes(body);
        assertThat(decode("gzip", gzip(body))).isEqualTo(body);
        assertThat(decode("GZIP", gzip(body))).isEqualTo(body);
    }

    @Test
    void aBodyWithoutEncodingIsNotCopied() throws Exception {
        byte[] body = {1, 2, 3};
        assertThat(decode(null, body)).isSameAs(body);
        assertThat(decode("", body)).isSameAs(body);
        assertThat(decode("identity", body)).isSameAs(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 50_000_000})
    void aBodyBeyondTheLimitIsCutOffAfterOneByte(int length) throws Exception {
        byte[] zeros = gzip(new byte[length]);
        assertThatExceptionOfType(BodyException.class).isThrownBy(() -> decode("gzip", zeros))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE))
                .satisfies(refused -> assertThat(refused.size()).isEqualTo(LIMIT + 1));
        assertThat((1 << 20) - memory.free()).isLessThanOrEqualTo(LIMIT + 1);
    }

    @Test
    void whatIsNotGzipOrNotCompleteIsRefused() throws Exception {
        byte[] body = gzip(new byte[1_000]);
        for (byte[] broken : new byte[][]{{}, {1, 2, 3}, Arrays.copyOf(body, body.length / 2),
                Arrays.copyOf(body, body.length - 4)}) {
            refuses("gzip", broken, Reason.NOT_GZIP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "deflate", "gzip, gzip"})
    void anotherEncodingIsRefusedByName(String encoding) {
        assertThatExceptionOfType(BodyException.class).isThrownBy(() -> decode(encoding, new byte[1]))
                .withMessage("Content-Encoding '" + encoding.replace(' ', '?')
                        + "' is not read; allowed: gzip, identity");
    }

    @Test
    void aLongEncodingIsNotRepeated() {
        assertThatExceptionOfType(BodyException.class).isThrownBy(() -> decode("x".repeat(60_000), new byte[1]))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(120));
    }

    @Test
    void aBodyThatFindsNoMemoryIsRefused() throws Exception {
        memory.share().take((1 << 20) - 100_000);
        refuses("gzip", gzip(new byte[LIMIT]), Reason.NO_MEMORY);
    }

    private void refuses(String encoding, byte[] body, Reason reason) {
        assertThatExceptionOfType(BodyException.class).isThrownBy(() -> decode(encoding, body))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
        share.close();
    }

    private byte[] decode(String encoding, byte[] body) throws BodyException {
        return BoundedGzip.decode(encoding, body, LIMIT, share);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
