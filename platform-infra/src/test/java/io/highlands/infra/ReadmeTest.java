// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.highlands.infra.support.EnvironmentFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class ReadmeTest {

    private static final Pattern KEY = Pattern.compile("\\| `([A-Za-z.]+)` \\| .* \\| .* \\|");
    private static final List<String> SECTIONS = List.of("network", "loadBalancer", "mesh", "notify", "metrics", "slo",
            "alarms", "tracing", "datadog", "services");

    @Test
    void tableHoldsExactlyTheKeysThatAreRead() throws IOException {
        String settings = Files.readString(Path.of("README.md")).split("## Settings of an environment")[1];

        assertThat(settings.lines().map(KEY::matcher).filter(row -> row.matches()).map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(keys());
    }

    @Test
    void newServiceIsDeclaredAsTheReadmeShowsIt() throws IOException {
        String shown = Files.readString(Path.of("README.md")).split("```yaml")[1].split("```")[0];
        String tested = Files.readString(Path.of("src/test/java/io/highlands/infra/stacks/NewServiceTest.java"));

        assertThat(tested).containsIgnoringWhitespaces(shown);
    }

    /** As refusals of an unknown key name them. */
    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>(allowed("unknown: 1", ""));
        keys.removeAll(SECTIONS);
        for (String section : SECTIONS) {
            keys.addAll("services".equals(section)
                    ? allowed("services: {service-a: {unknown: 1}}", "services.NAME.")
                    : allowed(section + ": {unknown: 1}", section + "."));
        }
        return keys;
    }

    private static Set<String> allowed(String wrong, String prefix) {
        String message = catchThrowable(new EnvironmentFile("dev", "image: '1'").plus(wrong)::load).getMessage();
        return Arrays.stream(message.split("allowed: ")[1].split(", ")).map(key -> prefix + key)
                .collect(Collectors.toSet());
    }
}
