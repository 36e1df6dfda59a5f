// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineSplitterTest {

    private final List<String> lines = new ArrayList<>();

    @Test
    void joinsALineThatCameInPieces() {
        split(100, "he", "llo\nwor", "ld\n");

        assertThat(lines).containsExactly("hello", "world");
    }

    @Test
    void keepsCharactersThatCameInPieces() {
        byte[] bytes = "ü\n".getBytes(StandardCharsets.UTF_8);
        LineSplitter splitter = new LineSplitter(100, lines::add);
        splitter.accept(new byte[]{bytes[0]}, 1);
        splitter.accept(new byte[]{bytes[1], bytes[2]}, 2);

        assertThat(lines).containsExactly("ü");
    }

    @Test
    void cutsALineThatIsTooLong() {
        split(4, "abcdefgh12\n");

        assertThat(lines).containsExactly("abcd", "efgh", "12");
    }

    @Test
    void takesCarriageReturnsForPartOfTheLineEnd() {
        split(100, "one\r\n\r\ntwo");

        assertThat(lines).containsExactly("one", "", "two");
    }

    private void split(int limit, String... chunks) {
        LineSplitter splitter = new LineSplitter(limit, lines::add);
        for (String chunk : chunks) {
            byte[] bytes = chunk.getBytes(StandardCharsets.UTF_8);
            splitter.accept(bytes, bytes.length);
        }
        splitter.finish();
    }
}
