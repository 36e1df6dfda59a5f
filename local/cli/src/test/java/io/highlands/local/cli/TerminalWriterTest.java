// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a terminal obeys are the control functions of ECMA-48 (5.2 and 5.3: C0, DEL and C1) and the directional formatting
 * characters of Unicode Annex 9 (2). Names of alarms, as PutMetricAlarm takes them, can contain both.
 */
class TerminalWriterTest {

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(new TerminalWriter(text), true);

    @ParameterizedTest
    @ValueSource(chars = {0, 7, 8, '\r', 0x1b, 0x7f, 0x9b, 0x9d, 0x202e, 0x2066, 0x200f})
    void noCharacterThatATerminalObeysIsWritten(char letter) {
        out.print("alarm " + letter + "[2J\n");
        out.print(letter);
        out.print(new char[]{letter});

        assertThat(text.toString()).doesNotContain(String.valueOf(letter))
                .startsWith("alarm \\u%04x[2J\n".formatted((int) letter));
    }

    @Test
    void otherTextIsWrittenAsItIs() {
        out.println("Zürich\t→ 東京 😀");
        out.print(TerminalWriter.ERASE);
        out.flush();

        assertThat(text.toString()).isEqualTo("Zürich\t→ 東京 😀" + System.lineSeparator() + "\r\033[K");
    }

    @Test
    void aCellOfATableIsOneLine() {
        Table table = new Table("SERVICE", "LAST EVENT");
        table.row("a\nb", "x\ty\033[1A");
        table.print(out);

        assertThat(text.toString().lines()).hasSize(2).last().isEqualTo("a\\u000ab  x\\u0009y\\u001b[1A");
    }
}
