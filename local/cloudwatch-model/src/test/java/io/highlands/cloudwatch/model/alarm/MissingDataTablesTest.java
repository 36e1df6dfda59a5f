// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The tables of alarms-and-missing-data, "How alarm state is evaluated when data is missing". */
class MissingDataTablesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0 - X - X, 0, OK, OK, OK, OK", "0 - - - -, 2, OK, OK, OK, OK",
            "- - - - -, 3, INSUFFICIENT_DATA, retained, ALARM, OK", "0 X X - X, 0, ALARM, ALARM, ALARM, ALARM",
            "- - X - -, 2, ALARM, retained, ALARM, OK"})
    void awsTableOfThreeOutOfThree(String points, int filled, String missing, String ignore, String breaching,
            String notBreaching) {
        check(Windows.ALARM.forAll(3), points, filled, missing, ignore, breaching, notBreaching);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0 - X - X, 0, ALARM, ALARM, ALARM, ALARM", "0 0 X 0 X, 0, ALARM, ALARM, ALARM, ALARM",
            "0 - X - -, 1, OK, OK, ALARM, OK", "- - - - 0, 2, OK, OK, ALARM, OK",
            "- - - X -, 2, ALARM, retained, ALARM, OK"})
    void awsTableOfTwoOutOfThree(String points, int filled, String missing, String ignore, String breaching,
            String notBreaching) {
        check(Windows.ALARM.forAny(2, 3), points, filled, missing, ignore, breaching, notBreaching);
    }

    /** Rows that the page had before 2021 and that its present text still describes. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"- - - - X, 2, INSUFFICIENT_DATA, retained, ALARM, OK", "X - - - -, 2, ALARM, retained, ALARM, OK"})
    void awsTableOfThreeOutOfThreeInEarlierVersions(String points, int filled, String missing, String ignore,
            String breaching, String notBreaching) {
        check(Windows.ALARM.forAll(3), points, filled, missing, ignore, breaching, notBreaching);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource("- - - - X, 2, INSUFFICIENT_DATA, retained, ALARM, OK")
    void awsTableOfTwoOutOfThreeInEarlierVersions(String points, int filled, String missing, String ignore,
            String breaching, String notBreaching) {
        check(Windows.ALARM.forAny(2, 3), points, filled, missing, ignore, breaching, notBreaching);
    }

    private static void check(MetricAlarm alarm, String points, int filled, String... expected) {
        MissingData[] treatments = {MissingData.MISSING, MissingData.IGNORE, MissingData.BREACHING,
                MissingData.NOT_BREACHING};
        for (int i = 0; i < treatments.length; i++) {
            assertThat(Windows.outcome(alarm.treating(treatments[i]), points)).as("%s", treatments[i])
                    .isEqualTo(expected[i]);
        }
        assertThat(EvaluationWindow.of(alarm, Windows.range(points)).filled()).isEqualTo(filled);
    }

    @Test
    void missingIsTheDefault() {
        assertThat(MissingData.parse(null)).isEqualTo(MissingData.MISSING);
        assertThat(Windows.ALARM.missingData()).isEqualTo(MissingData.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"missing, MISSING", "ignore, IGNORE", "breaching, BREACHING", "notBreaching, NOT_BREACHING"})
    void treatmentsHaveAwsNames(String name, MissingData treatment) {
        assertThat(MissingData.parse(name)).isEqualTo(treatment);
        assertThat(treatment.awsName()).isEqualTo(name);
    }

    @Test
    void anotherTreatmentIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MissingData.parse("zero")).withMessageContaining("'zero'")
                .withMessageContaining("notBreaching");
    }

    @Test
    void dynamoDbAlwaysIgnores() {
        assertThat(MissingData.BREACHING.in("AWS/DynamoDB")).isEqualTo(MissingData.IGNORE);
        assertThat(MissingData.BREACHING.in("AWS/ECS")).isEqualTo(MissingData.BREACHING);
    }
}
