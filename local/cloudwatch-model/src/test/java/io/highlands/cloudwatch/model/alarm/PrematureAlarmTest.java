// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** alarms-and-missing-data, "Avoiding premature transitions to alarm state": missing data treated as missing. */
class PrematureAlarmTest {

    private final MetricAlarm allOfThree = Windows.ALARM.forAll(3);

    private final MetricAlarm twoOfThree = Windows.ALARM.forAny(2, 3);

    @ParameterizedTest
    @ValueSource(strings = {"- - - - X", "- - - X -", "- - - X X"})
    void aBreachingPointThatIsYoungerThanMWaits(String points) {
        assertThat(Windows.outcome(allOfThree, points)).isEqualTo("INSUFFICIENT_DATA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- - - X 0", "- - X - 0", "0 - - - X", "0 - X - -"})
    void aPointWithinTheThresholdMakesItOk(String points) {
        assertThat(Windows.outcome(allOfThree, points)).isEqualTo("OK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- - X - -", "- X - - -", "X - - - -", "- - X X -", "X - - - X"})
    void breachingPointsAloneRaiseTheAlarmOnceTheOldestIsAsOldAsM(String points) {
        assertThat(Windows.outcome(allOfThree, points)).isEqualTo("ALARM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- - - X -", "- - X - -", "X - - - -"})
    void theAgeOfAnMOutOfNAlarmIsM(String points) {
        assertThat(Windows.outcome(twoOfThree, points)).isEqualTo("ALARM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- - X - -", "- X - - -", "- - - X X"})
    void ignoreRetainsTheState(String points) {
        assertThat(Windows.outcome(allOfThree.treating(MissingData.IGNORE), points)).isEqualTo("retained");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- - X - -", "- X - - -", "X - - - -"})
    void notBreachingNeverRaisesItEarly(String points) {
        assertThat(Windows.outcome(allOfThree.treating(MissingData.NOT_BREACHING), points)).isEqualTo("OK");
    }
}
