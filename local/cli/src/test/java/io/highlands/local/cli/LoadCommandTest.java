// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.load.LoadProfile;

import static org.assertj.core.api.Assertions.assertThat;

class LoadCommandTest {

    /** A canary requests each path once a minute of AWS's time, which passes so many times as fast. */
    @ParameterizedTest
    @CsvSource({"2, 1, each of 2 paths every 60 s", "1, 1, each of 1 path every 60 s",
            "3, 60, each of 3 paths every 1 s", "2, 7, each of 2 paths every 8.57 s"})
    void aCanarySaysHowOftenItRequestsEachPath(int paths, double timeScale, String words) {
        assertThat(LoadCommand.rate(LoadProfile.CANARY, paths, 10, timeScale)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"steady, 10, 10 requests a second", "day, 2.5, up to 2.5 requests a second"})
    void theOthersSayTheirRate(String profile, double perSecond, String words) {
        assertThat(LoadCommand.rate(LoadProfile.named(profile).orElseThrow(), 2, perSecond, 6)).isEqualTo(words);
    }
}
