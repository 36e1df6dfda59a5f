// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ControlRequestTest {

    private static final Duration LONGEST = Duration.ofHours(24);

    @ParameterizedTest
    @ValueSource(strings = {"PT2562047788015215H", "PT24H0.000000001S", "-PT1S", "30m", ""})
    void aPeriodThatIsNoneOrOutsideOfWhatIsAllowedIsRefusedInOneLine(String since) {
        assertThatThrownBy(() -> request(since).since("since", LONGEST)).isInstanceOf(ControlException.class)
                .hasMessage(
                        "since: found '" + since + "'; allowed: an ISO 8601 duration such as PT30M, at most 24 h");
    }

    @Test
    void theLongestPeriodIsAllowed() {
        assertThat(request("PT24H").since("since", LONGEST)).isEqualTo(LONGEST);
    }

    private static ControlRequest request(String since) {
        return new ControlRequest(Map.of("since", new ArrayDeque<>(List.of(since))), new byte[0]);
    }
}
