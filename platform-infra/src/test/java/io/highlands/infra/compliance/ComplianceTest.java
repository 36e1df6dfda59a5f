// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.highlands.infra.settings.Environments;
import io.highlands.infra.stacks.Platform;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.Scratch;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

class ComplianceTest {

    private static Map<String, List<String>> findings;

    @BeforeAll
    static void check() {
        findings = Environments.NAMES.stream().collect(toMap(name -> name, ComplianceTest::findings));
    }

    @Test
    void everyFindingHasItsReason() {
        assertThat(lines("Non-Compliant")).isEmpty();
        assertThat(lines("UNKNOWN")).isEmpty();
    }

    @Test
    void rulesWereAskedInEveryEnvironment() {
        assertThat(findings).allSatisfy((environment, lines) -> assertThat(lines.stream()
                .filter(line -> line.contains("\"Compliant\""))).as(environment).hasSizeGreaterThan(20));
    }

    @Test
    void everyReasonIsNeeded() {
        List<String> accepted = lines("Suppressed");

        assertThat(Reasons.ALL).allSatisfy(reason -> assertThat(accepted)
                .anyMatch(line -> line.startsWith("\"" + reason.rule() + "\"") && line.contains(reason.path())
                        && line.contains(reason.text())));
    }

    private static List<String> lines(String verdict) {
        return findings.values().stream().flatMap(List::stream)
                .filter(line -> line.contains('"' + verdict + '"')).toList();
    }

    /** Lines of the reports, one for each rule and resource. */
    private static List<String> findings(String environment) {
        try {
            Path folder = Scratch.folder("nag-" + environment);
            var app = Platform.app(folder);
            Platform.add(app, file(environment).load());
            Compliance.check(app);
            app.synth();
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith("NagReport.csv")).flatMap(ComplianceTest::lines)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is in the repository; one has game days too, which none of the repository has. */
    private static EnvironmentFile file(String environment) {
        EnvironmentFile file = EnvironmentFile.of(environment);
        return "staging".equals(environment) ? file.plus("gameDays: true") : file;
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
