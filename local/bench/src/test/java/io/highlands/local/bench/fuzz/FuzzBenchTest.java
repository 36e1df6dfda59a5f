// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FuzzBenchTest {

    /** The whole million is {@code highlands bench fuzz}. */
    private static final int INPUTS = 1_000;
    /** Each takes a connection of its own. */
    private static final int CONNECTIONS = 100;

    @TempDir
    private Path folder;

    static List<String> targets() {
        return Targets.names();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void generatedInputsEndInAResultOrAnErrorForTheUser(String target) throws Exception {
        StringWriter text = new StringWriter();

        boolean held = new FuzzBench(folder.resolve("fuzz"), new PrintWriter(text)).run(new FuzzBench.Plan(2,
                target.startsWith("http-") ? CONNECTIONS : INPUTS, Optional.of(target), OptionalInt.empty()));

        assertThat(held).as(text.toString()).isTrue();
        assertThat(text.toString()).contains(target, "all requirements are met");
        assertThat(folder.resolve("fuzz")).doesNotExist();
    }

    @Test
    void aTargetThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> new FuzzBench(folder, new PrintWriter(new StringWriter()))
                .run(new FuzzBench.Plan(1, 1, Optional.of("nope"), OptionalInt.empty())))
                .isInstanceOf(ControlException.class)
                .hasMessageStartingWith("--only nope: allowed are http-balancer, ");
    }

    @Test
    void anIndexNeedsATarget() {
        assertThatThrownBy(() -> new FuzzBench(folder, new PrintWriter(new StringWriter()))
                .run(new FuzzBench.Plan(1, 1, Optional.empty(), OptionalInt.of(3))))
                .isInstanceOf(ControlException.class).hasMessage("--at needs a target: --only TARGET");
    }

    @Test
    void theSharesOfAllTargetsAreTheWhole() {
        int sum = 0;
        for (Targets target : Targets.values()) {
            sum += target.share(1_000_000);
        }

        assertThat(sum).isEqualTo(1_000_000);
    }
}
