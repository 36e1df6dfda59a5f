// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Source of what is quoted how: <a href="https://docs.docker.com/compose/env-file/">Syntax for environment files in Docker
 * Compose</a>. {@code docker run --env-file} takes quotes for a part of the value, so plain values have none.
 */
class EnvFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            http://127.255.3.1:8080/a?b=c|http://127.255.3.1:8080/a?b=c
            ``|``
            VAL # not a comment|'VAL # not a comment'
            ${OTHER}|'${OTHER}'
            some\\tvalue|'some\\tvalue'
            {"hello": "json"}|'{"hello": "json"}'
            Let's go!|"Let's go!"
            it's "$1"|"it's \\"\\$1\\""
            ends with \\|"ends with \\\\"
            a&b|'a&b'
            ~/x|'~/x'
            """)
    void aValueIsQuotedWhereItMustBe(String value, String written) {
        assertThat(EnvFile.text(Map.of("VAR", value))).isEqualTo("VAR=" + written + "\n");
    }

    @Test
    void aLineBreakIsEscapedAndVariablesAreSorted() {
        assertThat(EnvFile.text(Map.of("B", "1", "A", "some\nvalue"))).isEqualTo("A=\"some\\nvalue\"\nB=1\n");
    }

    /** POSIX's shell reads these files too. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "two words", "it's", "$HOME", "a\\b\\", "#x", "\"quoted\"",
            "a&b", "a;b", "a|b>c<d", "(x)", "~", "*", "it's `x` $y", "it's \\`x\\`"})
    void aShellReadsTheValueAgain(String value) throws Exception {
        Path file = folder.resolve("x.env");
        EnvFile.write(file, Map.of("VAR", value));

        Process shell = new ProcessBuilder("/bin/sh", "-c", ". \"$0\"; printf %s \"$VAR\"", file.toString()).start();

        assertThat(new String(shell.getInputStream().readAllBytes())).isEqualTo(value);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatCannotBecomeAFileIsRefusedBeforeThereIsSomethingToWrite() {
        Path missing = folder.resolve("none/x.env");

        assertThatThrownBy(() -> EnvFile.check(missing)).isInstanceOf(ControlException.class).hasMessage(
                "attach: --print-env " + missing + ": there is no folder " + missing.getParent());
        assertThatThrownBy(() -> EnvFile.check(folder)).isInstanceOf(ControlException.class)
                .hasMessage("attach: --print-env " + folder + ": a folder; allowed: a file");
        EnvFile.check(folder.resolve("x.env"));
    }

    @Test
    void nothingIsLeftOfAFileThatCannotTakeItsPlace() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("x.env/content")).getParent();

        assertThatThrownBy(() -> EnvFile.write(taken, Map.of("SECRET", "1"))).isInstanceOf(ControlException.class);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(taken);
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsOneLine() {
        Path file = folder.resolve("none/x.env");

        assertThatThrownBy(() -> EnvFile.write(file, Map.of())).isInstanceOf(ControlException.class)
                .hasMessageStartingWith("attach: --print-env " + file + ": ").hasMessageNotContaining("\n")
                .hasMessageNotContaining("Exception");
    }
}
