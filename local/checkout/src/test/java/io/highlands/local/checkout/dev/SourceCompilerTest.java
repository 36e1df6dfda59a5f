// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.dev;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages are those of javac: its manual page, "Compiling source code". */
class SourceCompilerTest {

    @TempDir
    private Path folder;

    @Test
    void compilesAllSourcesWithTheNamesOfParameters() throws Exception {
        Path main = source("Main.java", "class Main { int twice(int number) { return new Two().times(number); } }");
        Path two = source("Two.java", "class Two { int times(int number) { return 2 * number; } }");

        SourceCompiler.Outcome outcome = compile(List.of(main, two));

        assertThat(outcome.lines()).isEmpty();
        assertThat(outcome.succeeded()).isTrue();
        assertThat(folder.resolve("classes/Two.class")).exists();
        assertThat(new String(Files.readAllBytes(folder.resolve("classes/Main.class")),
                StandardCharsets.ISO_8859_1)).contains("MethodParameters");
    }

    @Test
    void saysErrorsAsJavacDoesWithFileAndLine() throws Exception {
        Path main = source("Main.java", "class Main {\n    int one() { return \"1\"; }\n}\n");

        SourceCompiler.Outcome outcome = compile(List.of(main));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.lines().getFirst())
                .isEqualTo(main + ":2: error: incompatible types: String cannot be converted to int");
        assertThat(outcome.lines().getLast()).isEqualTo("1 error");
    }

    @Test
    void aClassWhoseSourceIsGoneIsGone() throws Exception {
        Path one = source("One.java", "class One { }");
        Path two = source("Two.java", "class Two { }");
        try (SourceCompiler compiler = new SourceCompiler()) {
            compiler.compile(List.of(one, two), List.of(), folder.resolve("classes"));

            compiler.compile(List.of(one), List.of(), folder.resolve("classes"));
        }

        assertThat(folder.resolve("classes/Two.class")).doesNotExist();
        assertThat(folder.resolve("classes/One.class")).exists();
    }

    private SourceCompiler.Outcome compile(List<Path> sources) throws IOException {
        try (SourceCompiler compiler = new SourceCompiler()) {
            return compiler.compile(sources, List.of(), folder.resolve("classes"));
        }
    }

    private Path source(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
