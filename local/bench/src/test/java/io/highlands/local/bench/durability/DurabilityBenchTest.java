// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.durability;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DurabilityBenchTest {

    @TempDir
    private Path folder;

    @Test
    void aKillAndADamagedFileLoseNothingUncountedAndTheFilesAreDeletedAgain() throws Exception {
        StringWriter text = new StringWriter();

        boolean met = new DurabilityBench(folder.resolve("bench"), new PrintWriter(text))
                .run(new DurabilityBench.Plan(1, 0, 1, 3));

        assertThat(met).as(text.toString()).isTrue();
        assertThat(text.toString()).contains("kill 1", "damage 1", "all requirements are met")
                .doesNotContain(" 0 acknowledged");
        assertThat(folder.resolve("bench")).doesNotExist();
    }
}
