// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayTest {

    private final Replay replay = new Replay(8);

    @Test
    void keepsWhatWasReadAndLeavesTheBufferAsItWas() {
        ByteBuffer buffer = bytes("abcd");
        buffer.position(1);
        replay.keep(buffer);
        replay.keep(bytes("efghi"));

        assertThat(text(replay.bytes())).isEqualTo("bcdefghi");
        assertThat(replay.complete()).isTrue();
        assertThat(buffer.remaining()).isEqualTo(3);
    }

    @Test
    void givesUpPastItsLimit() {
        replay.keep(bytes("12345678"));
        assertThat(replay.complete()).isTrue();
        replay.keep(bytes("9"));

        assertThat(replay.complete()).isFalse();
        assertThat(replay.bytes().remaining()).isZero();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(ByteBuffer buffer) {
        return StandardCharsets.US_ASCII.decode(buffer).toString();
    }
}
