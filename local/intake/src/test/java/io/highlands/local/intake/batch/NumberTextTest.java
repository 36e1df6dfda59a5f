// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Digits are those of {@link Double#toString}. */
class NumberTextTest {

    @ParameterizedTest
    @CsvSource({"0.7236483927461823, 0.7236483927461823", "1.2345678E7, 12345678", "12345678.5, 12345678.5",
            "5.0E-4, 0.0005", "1, 1", "-3.0, -3", "0.0, 0", "-0.0, 0",
            "-1.2345678901234568E-5, -0.000012345678901234568", "1.0E15, 1000000000000000",
            "1.0E18, 1.0E18", "1.5E-30, 1.5E-30", "NaN, NaN", "-Infinity, -Infinity"})
    void aDoubleIsWrittenWithoutAnExponent(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }
}
