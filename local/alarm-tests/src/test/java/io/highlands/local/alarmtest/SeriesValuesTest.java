// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.cloudwatch.model.statistics.Distribution;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** promtool's expanding notation, by the examples of "Unit testing for rules", series. */
class SeriesValuesTest {

    @ParameterizedTest
    @CsvSource({"-2+4x3, -2 2 6 10", "' 1-2x4', 1 -1 -3 -5 -7", "' 1x4', 1 1 1 1 1", "1 _x3 2, 1 _ _ _ 2",
            "10+10x2 30+20x5, 10 20 30 30 50 70 90 110 130", "1e1 .5, 10 0"})
    void valuesExpandAsPromtoolDocuments(String notation, String expanded) {
        assertThat(SeriesValues.parse(notation, AlarmTestException::new).stream()
                .map(value -> value.isEmpty() ? "_" : String.valueOf((long) value.sum())).collect(joining(" ")))
                .isEqualTo(expanded);
    }

    @Test
    void bracketsHoldTheSamplesOfOneInterval() {
        assertThat(SeriesValues.parse("[0.5*3 2]x1 7", AlarmTestException::new)).extracting(Distribution::sampleCount)
                .containsExactly(4.0, 4.0, 1.0);
        assertThat(SeriesValues.parse("[0.5*3 2]", AlarmTestException::new).getFirst().sum()).isEqualTo(3.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stale", "1+2", "1x", "x3", "[]", "[1*0]", "[a]", "[1", "1x999999", "1e999",
            "{{schema:1}}", "1,2", "NaN"})
    void whatIsNoValueIsRefusedInOneLine(String notation) {
        assertThatThrownBy(() -> SeriesValues.parse(notation, message -> new AlarmTestException("file:3: " + message)))
                .isInstanceOf(AlarmTestException.class).hasMessageStartingWith("file:3: ")
                .hasMessageContaining("allowed: ").hasMessageNotContaining("\n");
    }
}
