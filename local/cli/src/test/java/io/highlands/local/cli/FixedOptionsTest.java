// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.IntakePorts;
import io.highlands.local.control.message.PlatformStatus;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Options of {@code up} on a platform that runs. */
class FixedOptionsTest {

    private static final PlatformStatus RUNNING = new PlatformStatus("local", PlatformStatus.Phase.RUNNING, "", 4711,
            "http://127.0.0.1:8080", 6, "http://127.0.0.1:9090", "", new IntakePorts(8126, 4318, 8125), List.of(),
            List.of(), List.of(), List.of(), null, null, null, null, List.of(), List.of(), Optional.empty());

    @ParameterizedTest
    @CsvSource({"--port,8081,8080", "--console-port,0,9090", "--aws-port,4566,0", "--time-scale,1,6",
            "--datadog-port,9126,8126", "--otlp-port,9318,4318", "--statsd-port,9125,8125"})
    void anotherValueThanTheOneThatRunsIsRefusedWithWhatToDo(String option, int value, int running) {
        assertThatThrownBy(() -> up(option, Integer.toString(value))).isInstanceOf(ControlException.class)
                .hasMessage(
                        "%s %d: local is running with %d; to change it, stop the platform first with: highlands down",
                        option, value, running);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=8080", "--console-port=9090", "--aws-port=0", "--time-scale=6",
            "--datadog-port=8126", "--otlp-port=0", "--load=5", "--scale=service-a=2", "--detach"})
    void theValueThatRunsAFreePortAndWhatCanBeChangedAreNotRefused(String option) {
        assertThatCode(() -> up(option)).doesNotThrowAnyException();
    }

    @Test
    void anOptionThatIsNotGivenIsNotRefusedForItsDefault() {
        assertThatCode(() -> up("-d")).doesNotThrowAnyException();
    }

    private static void up(String... arguments) {
        FixedOptions.refuseOthers(new CommandLine(new UpCommand()).parseArgs(arguments), RUNNING);
    }
}
