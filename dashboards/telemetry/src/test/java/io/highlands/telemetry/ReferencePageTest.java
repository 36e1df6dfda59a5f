// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The reference page is what the constants say. */
class ReferencePageTest {

    private static final Path PAGE = Path.of("METRICS.md");

    @Test
    void thePageIsFresh() throws IOException {
        if (Boolean.getBoolean("update.reference")) {
            Files.writeString(PAGE, ReferencePage.text());
        }
        assertThat(PAGE).as("write it anew with -Dupdate.reference=true").hasContent(ReferencePage.text());
    }
}
