// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class TraineeTest {

    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

    private static Trainee reading(String input) {
        return new Trainee(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), NOWHERE, false);
    }

    static String next(Trainee trainee) {
        Optional<String> line = trainee.next();
        while (line.isEmpty()) {
            Thread.onSpinWait();
            line = trainee.next();
        }
        return line.get();
    }

    @Test
    void theEndOfTheInputGivesTheDrillUp() {
        Trainee trainee = reading("hint\nwords");

        assertThat(next(trainee)).isEqualTo("hint");
        assertThat(next(trainee)).isEqualTo("words");
        assertThat(next(trainee)).isEqualTo("give-up");
    }

    @Test
    void aLineIsCutAndTheOneAfterItIsWhole() {
        Trainee trainee = reading("y".repeat(100_000) + "\nhint\n");

        assertThat(next(trainee)).hasSize(200);
        assertThat(next(trainee)).isEqualTo("hint");
    }

    /** As of {@code yes | highlands drill}: two buffers of 8,192 bytes, a line that is put, and 64 that wait. */
    @Test
    void ofAnInputWithoutEndNoMoreIsReadThanIsTaken() {
        AtomicLong read = new AtomicLong();
        Trainee trainee = new Trainee(new InputStream() {

            @Override
            public int read() {
                return read.getAndIncrement() % 2 == 0 ? 'y' : '\n';
            }
        }, NOWHERE, false);

        for (int taken = 1; taken <= 2_000; taken++) {
            assertThat(next(trainee)).isEqualTo("y");
            assertThat(read.get()).isLessThanOrEqualTo(2 * (taken + 65) + 2 * 8_192);
        }
    }
}
