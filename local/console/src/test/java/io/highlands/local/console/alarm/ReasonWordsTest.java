// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reasons in the forms that CloudWatch writes (user guide, "Viewing alarm history" and alarms-and-missing-data; DescribeAlarms,
 * StateReason).
 */
class ReasonWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Threshold Crossed: 1 datapoint [95.0 (16/10/26 18:12:00)] was greater than the threshold (80.0). | 1 value above 80 %: 95 % at 18:12:00",
            "Threshold Crossed: 2 out of the last 3 datapoints [7.5 (16/10/26 18:14:00), 6.0 (16/10/26 18:12:00)] were greater than or equal to the threshold (5.0) (minimum 2 datapoints for OK -> ALARM transition). | 2 of 3 values at or above 5 %: 7.5 % at 18:14:00, 6 % at 18:12:00",
            "Threshold Crossed: 1 out of the last 3 datapoints [0.0 (16/10/26 18:14:00)] was not greater than the threshold (5.0) and 2 missing datapoints were treated as [NonBreaching] (minimum 2 datapoints for ALARM -> OK transition). | 1 of 3 values not above 5 %: 0 % at 18:14:00; 2 missing, which counts as within the threshold",
            "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [Breaching]. | no data in 1 period; missing counts as beyond the threshold",
            "Insufficient Data: 2 datapoints were unknown. | no data in 2 periods",
            "Unchecked: Initial alarm creation | created, and not evaluated yet",
            "arn:aws:cloudwatch:eu-west-1:000000000000:alarm:shop-errors-5m transitioned to ALARM at Friday 18 December, 2026 13:48:44 UTC | shop-errors-5m transitioned to ALARM at Friday 18 December, 2026 13:48:44 UTC",
            "Set in the console | Set in the console"})
    void aReasonIsSaidWithValuesThresholdAndNames(String reason, String words) {
        assertThat(ReasonWords.of(reason, "%")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"'', 1 value below 1: 0 at 18:12:00", "ms, 1 value below 1 ms: 0 ms at 18:12:00"})
    void aCountHasNoUnit(String unit, String words) {
        assertThat(ReasonWords.of("Threshold Crossed: 1 datapoint [0.0 (16/10/26 18:12:00)] was less than the "
                + "threshold (1.0).", unit)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"6400, ms, 6.4 s", "999, ms, 999 ms", "14.4, ×, 14.4 ×", "1, '', 1"})
    void aThresholdHasItsUnit(double number, String unit, String words) {
        assertThat(ReasonWords.withUnit(number, unit)).isEqualTo(words);
    }
}
