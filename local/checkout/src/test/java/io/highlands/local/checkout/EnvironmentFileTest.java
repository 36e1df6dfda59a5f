// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnvironmentFileTest {

    private static final Path REAL = Path.of("../../platform-infra/environments");

    @TempDir
    private Path folder;

    @Test
    void onlyTheValueIsReplaced() throws IOException {
        assertThat(
                on("a: 1  # one\n\ntracing:   # the switch\n    enabled:  false   # off\n    site: datadoghq.eu\nb: 2"))
                .isEqualTo(
                        "a: 1  # one\n\ntracing:   # the switch\n    enabled:  true   # off\n    site: datadoghq.eu\nb: 2");
    }

    @Test
    void lineEndsStay() throws IOException {
        assertThat(switched("a: 1\r\ntracing:\r\n  enabled: false\r\nb: 2\r\n", "opentelemetry", "0.25"))
                .isEqualTo("a: 1\r\ntracing:\r\n  enabled: true\r\n  agent: opentelemetry\r\n  sampleRate: 0.25\r\n"
                        + "b: 2\r\n");
    }

    @Test
    void missingValuesFollowTheOnesBeforeThem() throws IOException {
        assertThat(switched("tracing:\n  enabled: false # why\n\n  # the site\n  site: x\n", "datadog", "1"))
                .isEqualTo("tracing:\n  enabled: true # why\n  agent: datadog\n  sampleRate: 1.0\n\n  # the site\n"
                        + "  site: x\n");
        assertThat(on("tracing:\n   # first\n   site: x\n"))
                .isEqualTo("tracing:\n   # first\n   enabled: true\n   site: x\n");
    }

    @Test
    void backendFollowsTheSwitchAndTakesItsAgentWithIt() throws IOException {
        assertThat(aws("tracing:\n  enabled: false # why\n  sampleRate: 0.5\n"))
                .isEqualTo("tracing:\n  enabled: true # why\n  backend: aws\n  sampleRate: 0.5\n");
        assertThat(aws("tracing:\n  enabled: false\n  agent: datadog # ours\n"))
                .isEqualTo("tracing:\n  enabled: true\n  backend: aws\n  agent: opentelemetry # ours\n");
        assertThat(aws("tracing:\n  enabled: true\n  backend: datadog\n  agent: opentelemetry\n"))
                .isEqualTo("tracing:\n  enabled: true\n  backend: aws\n  agent: opentelemetry\n");
    }

    @Test
    void aMissingSectionIsAddedAtTheEnd() throws IOException {
        assertThat(on("image: x\n\ndrain: 1s\n# the end\n"))
                .isEqualTo("image: x\n\ndrain: 1s\n# the end\n\ntracing:\n  enabled: true\n");
        assertThat(on("image: x")).isEqualTo("image: x\ntracing:\n  enabled: true\n");
        assertThat(on("image: x\n...\n")).isEqualTo("image: x\ntracing:\n  enabled: true\n...\n");
        assertThat(on("")).isEqualTo("tracing:\n  enabled: true\n");
        assertThat(on("# nothing yet\n")).isEqualTo("# nothing yet\ntracing:\n  enabled: true\n");
    }

    @Test
    void anEmptySectionIsFilled() throws IOException {
        assertThat(on("tracing:  # later\nb: 2\n")).isEqualTo("tracing:  # later\n  enabled: true\nb: 2\n");
        assertThat(on("tracing: {}\n")).isEqualTo("tracing: {enabled: true}\n");
        assertThat(on("tracing: null\n")).isEqualTo("tracing: {enabled: true}\n");
    }

    @Test
    void flowStyleStays() throws IOException {
        assertThat(switched("tracing: { enabled: false, site: x } # s\n", "opentelemetry", null))
                .isEqualTo("tracing: {agent: opentelemetry,  enabled: true, site: x } # s\n");
        assertThat(on("{image: x}\n")).isEqualTo("{tracing: {enabled: true}, image: x}\n");
    }

    @Test
    void charactersOutsideTheBasicPlaneAndAByteOrderMarkMoveNothing() throws IOException {
        assertThat(on("\uFEFF# \uD83D\uDE00\nimage: \"\uD83D\uDE00\"\ntracing:\n  enabled: false\n")).isEqualTo(
                "\uFEFF# \uD83D\uDE00\nimage: \"\uD83D\uDE00\"\ntracing:\n  enabled: true\n");
    }

    @Test
    void whatIsSoAlreadyIsLeftAsItIsWritten() throws IOException {
        String text = "tracing: {enabled: true, agent: 'datadog', sampleRate: 1}\n";

        assertThat(switched(text, "datadog", "1.0")).isEqualTo(text);
    }

    @Test
    void thereAndBackIsTheSameFile() throws IOException {
        for (String environment : List.of("local", "dev", "staging", "prod")) {
            String text = Files.readString(REAL.resolve(environment + ".yaml"));
            Files.writeString(folder.resolve(environment + ".yaml"), text);
            EnvironmentFile file = new EnvironmentFile(folder, environment);
            boolean enabled = file.read().enabled();
            file.write(file.with(TracingSwitch.wish(!enabled, null, null, null)));

            assertThat(file.read().enabled()).isEqualTo(!enabled);
            file.write(file.with(TracingSwitch.wish(enabled, null, null, null)));
            assertThat(file.path()).hasContent(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x: &t {enabled: false}\ntracing: *t\n", "tracing: &t {enabled: false}\nx: *t\n",
            "x: &f false\ntracing:\n  enabled: *f\n", "tracing: off\n", "tracing:\n  enabled: [false]\n",
            "a: [\n", "a: 1\na: 2\n", "- a\n", "a: 1\n---\nb: 2\n"})
    void whatCannotBeChangedInOnePlaceIsRefusedInOneLine(String text) throws IOException {
        Files.writeString(folder.resolve("local.yaml"), text);

        assertThatThrownBy(() -> new EnvironmentFile(folder, "local").with(TracingSwitch.wish(true, null, null, null)))
                .isInstanceOf(ControlException.class)
                .hasMessageStartingWith(folder.resolve("local.yaml").toString());
        assertThat(folder.resolve("local.yaml")).hasContent(text);
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("local.yaml"), "a: ä\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> new EnvironmentFile(folder, "local").read()).hasMessageEndingWith(" is not UTF-8");
    }

    @Test
    void aFileIsWrittenThroughASymbolicLink() throws IOException {
        Path real = Files.writeString(folder.resolve("real.yaml"), "tracing:\n  enabled: false\n");
        Files.createSymbolicLink(folder.resolve("local.yaml"), real);
        EnvironmentFile file = new EnvironmentFile(folder, "local");

        file.write(file.with(TracingSwitch.wish(true, null, null, null)));

        assertThat(real).hasContent("tracing:\n  enabled: true\n");
        assertThat(Files.isSymbolicLink(folder.resolve("local.yaml"))).isTrue();
    }

    @Test
    void defaultsAreThoseOfPlatformInfra() throws IOException {
        String readme = Files.readString(Path.of("../../platform-infra/README.md"));

        assertThat(readme).contains("| `tracing.agent` | `" + TracingSwitch.DEFAULT_AGENT + "` |",
                "| `tracing.sampleRate` | `" + TracingSwitch.DEFAULT_SAMPLE_RATE + "` |");
    }

    /** YAML 1.2.2 has no limit (section 5); 5,000 levels overflowed the stack, and so did a value within itself. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void nestingDeeperThanAnySettingIsRefusedInOneLine(String opening) throws IOException {
        Files.writeString(folder.resolve("local.yaml"), "tracing:\n  " + opening.repeat(5_000));

        assertThatThrownBy(() -> new EnvironmentFile(folder, "local").read()).isInstanceOf(ControlException.class)
                .hasMessageEndingWith("local.yaml:2: not YAML: it nests deeper than 50 levels");
    }

    /** YAML 1.2.2, section 3.2.2.2, lets an alias stand within its anchor. */
    @Test
    void anAliasWithinWhatItStandsForIsRefusedInOneLine() {
        assertThatThrownBy(() -> on("'odd key': [yes, &x {vpc: *x}]\n")).isInstanceOf(ControlException.class)
                .hasMessageEndingWith("local.yaml:1: not YAML: *x is within what it stands for");
    }

    /** YAML 1.2.2, section 10.2: the content of a tag has its form. */
    @Test
    void aTagThatDoesNotFitIsRefusedWithoutJavasTypes() {
        assertThatThrownBy(() -> on("a: !!int x\n")).hasMessageEndingWith("not a number: \"x\"");
        assertThatThrownBy(() -> on("a: !!set x\n"))
                .hasMessageEndingWith(": not YAML: a value of another kind than its tag says");
    }

    private String on(String text) throws IOException {
        return switched(text, null, null);
    }

    private String aws(String text) throws IOException {
        Files.writeString(folder.resolve("local.yaml"), text);
        return new EnvironmentFile(folder, "local").with(TracingSwitch.wish(true, "aws", null, null));
    }

    private String switched(String text, String agent, String rate) throws IOException {
        Files.writeString(folder.resolve("local.yaml"), text);
        return new EnvironmentFile(folder, "local").with(TracingSwitch.wish(true, null, agent, rate));
    }
}
