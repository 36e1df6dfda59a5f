// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.control.ControlException;
import io.highlands.local.rehearsal.Result;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MeasuredTableTest {

    private static final String BEFORE = """
            # Runbooks

            ## Measured

            In AWS's time.

            | page | detected after | recovered after | on |
            |---|---|---|---|
            | [circuit-open](circuit-open.md) | 1 min 0 s | 2 min 0 s | 2025-01-01 |
            | [no-healthy-host](no-healthy-host.md) | 9 min 0 s | 9 min 0 s | 2025-01-01 |

            ## More
            """;

    @TempDir
    private Path folder;

    @Test
    void aPagesRowIsWrittenAnewInItsPlaceAndTheOthersStay() throws Exception {
        Path readme = Files.writeString(folder.resolve("README.md"), BEFORE);

        MeasuredTable.record(readme, List.of(result("no-healthy-host", List.of()), result("edge-errors", List.of()),
                result("circuit-open", List.of("it did not fire"))));

        assertThat(readme).hasContent(BEFORE.replace(
                "| [no-healthy-host](no-healthy-host.md) | 9 min 0 s | 9 min 0 s | 2025-01-01 |",
                "| [edge-errors](edge-errors.md) | 0 min 54 s | 3 min 48 s | 2026-01-01 |\n"
                        + "| [no-healthy-host](no-healthy-host.md) | 0 min 54 s | 3 min 48 s | 2026-01-01 |"));
    }

    @Test
    void aReadmeWithoutThatSectionIsNamed() throws Exception {
        Path readme = Files.writeString(folder.resolve("README.md"), "# Runbooks\n");

        assertThatThrownBy(() -> MeasuredTable.record(readme, List.of())).isInstanceOf(ControlException.class)
                .hasMessageEndingWith("README.md has no section '## Measured'");
    }

    private static Result result(String kind, List<String> failures) {
        Runbook page = new RunbookFolder(HighlandsProcess.CHECKOUT.resolve("runbooks")).find(kind).orElseThrow();
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        return new Result(page, 6, at, at, failures, List.of(), List.of(), List.of(), List.of(),
                Optional.of(Duration.ofSeconds(9)), Optional.of(Duration.ofSeconds(38)), List.of(), Optional.empty());
    }
}
