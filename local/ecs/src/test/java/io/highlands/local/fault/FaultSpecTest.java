// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultSpecTest {

    @Test
    void aLatencyNamesItsEdgeItsDelayAndWhatItConcerns() {
        FaultSpec spec = FaultSpec.parse("latency service-b:service-c delay=4500ms percent=20 route=/time");

        assertThat(spec.kind()).isEqualTo(FaultKind.LATENCY);
        assertThat(spec.caller()).isEqualTo("service-b");
        assertThat(spec.service()).isEqualTo("service-c");
        assertThat(spec.delay()).isEqualTo(Duration.ofMillis(4500));
        assertThat(spec.number(FaultSetting.PERCENT)).isEqualTo(20);
        assertThat(spec.route()).contains("/time");
    }

    @Test
    void whatIsNotSetHasItsDefault() {
        FaultSpec spec = FaultSpec.parse("abort service-b:service-a status=500");

        assertThat(spec.number(FaultSetting.PERCENT)).isEqualTo(100);
        assertThat(spec.route()).isEmpty();
        assertThat(FaultSpec.parse("surge").number(FaultSetting.RATE)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latency service-b:service-c delay=3s", "abort service-b:service-a status=500 percent=50",
            "kill-app service-a", "lose-task service-a", "freeze service-c", "cpu-stress service-a cores=2",
            "memory-stress service-a megabytes=400", "zero-tasks service-b", "agent-hang service-a",
            "agent-dead service-a", "metrics-refused service-a", "bad-release service-c how=crash", "surge rate=100",
            "disk-full"})
    void wordsAreReadAndWrittenAlike(String words) {
        assertThat(FaultSpec.parse(words).words()).isEqualTo(words);
    }

    @Test
    void settingsMayComeInAnyOrderAndSpacesDoNotCount() {
        assertThat(FaultSpec.parse("  abort  percent=50 service-b:service-a   status=500 ").words())
                .isEqualTo("abort service-b:service-a status=500 percent=50");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''|no fault is named; allowed: latency, abort,",
            "latncy a:b delay=1s|fault 'latncy': allowed are latency, abort,",
            "latency a:b|latency: delay is missing; allowed: 1ms to 5m, such as 3s or 4500ms",
            "latency a:b delay=3|latency: delay='3'; allowed: 1ms to 5m",
            "latency a:b delay=0s|latency: delay='0s'; allowed: 1ms to 5m",
            "latency a:b delay=6m|latency: delay='6m'; allowed: 1ms to 5m",
            "latency a delay=3s|latency: 'a' is not what it is about; how it is written: latency CALLER:CALLEE delay=DELAY",
            "latency a:b c:d delay=3s|latency: 'a:b c:d' is not what it is about",
            "abort a:b status=200|abort: status='200'; allowed: 400 to 599",
            "abort a:b status=500 percent=0|abort: percent='0'; allowed: a whole number from 1 to 100",
            "abort a:b status=500 percent=101|abort: percent='101'; allowed: a whole number from 1 to 100",
            "abort a:b status=500 route=time|abort: route='time'; allowed: a path that begins with /",
            "abort a:b status=500 status=501|abort: status is set twice",
            "freeze a delay=3s|freeze: 'delay' cannot be set; how it is written: freeze SERVICE",
            "freeze|freeze: '' is not what it is about; how it is written: freeze SERVICE",
            "disk-full a|disk-full: 'a' is not what it is about; how it is written: disk-full",
            "cpu-stress a cores=9|cpu-stress: cores='9'; allowed: a whole number from 1 to 8",
            "memory-stress a megabytes=99999|memory-stress: megabytes='99999'; allowed: a whole number from 1 to 8192",
            "bad-release a how=slow|bad-release: how='slow'; allowed: crash, unhealthy or errors",
            "surge rate=501|surge: rate='501'; allowed: a whole number from 1 to 500"})
    void aMistakeIsOneLineWithTheBadWordAndWhatIsAllowed(String words, String line) {
        assertThatThrownBy(() -> FaultSpec.parse(words)).isInstanceOf(FaultException.class)
                .hasMessageStartingWith(line).message().doesNotContain("\n");
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void eachKindSaysItsFisActionOrWhyThereIsNone(FaultKind kind) {
        assertThat(kind.fis()).matches("aws:ecs:[a-z-]+(, .+)?|local mode only, .+");
        assertThat(kind.usage()).startsWith(kind.word());
    }

    @Test
    void theTimeOfAFaultIsBounded() {
        assertThat(Fault.lasting("5m")).isEqualTo(Duration.ofMinutes(5));
        assertThatThrownBy(() -> Fault.lasting("0s")).hasMessage("for '0s': allowed are 1s to 1440m");
        assertThatThrownBy(() -> Fault.lasting("1441m")).hasMessage("for '1441m': allowed are 1s to 1440m");
        assertThatThrownBy(() -> Fault.lasting("soon")).hasMessage("for 'soon': allowed are 1s to 1440m");
    }
}
