// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.rehearsal.RehearsalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnswerTest {

    private static final Answer.Allowed ALLOWED = new Answer.Allowed(List.of("service-a", "service-b:service-c"),
            List.of("latency"), List.of("replace-tasks"));

    @Test
    void placeKindAndMitigationAreReadInThisOrder() {
        assertThat(Answer.parse(List.of("service-b:service-c", "latency", "replace-tasks"), ALLOWED))
                .isEqualTo(new Answer("service-b:service-c", Optional.of("latency"), Optional.of("replace-tasks")));
    }

    @Test
    void whatIsNotKnownYetIsLeftOut() {
        assertThat(Answer.parse(List.of("service-a"), ALLOWED))
                .isEqualTo(new Answer("service-a", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "service-x|where 'service-x': allowed are service-a, service-b:service-c",
            "service-a slow|kind 'slow': allowed are latency",
            "service-a latency reboot|mitigation 'reboot': allowed are replace-tasks",
            "a b c d|answer takes 1 to 3 words, found 4; allowed: answer WHERE [KIND [MITIGATION]]"})
    void aWordThatIsNotAllowedIsNamedWithWhatIs(String words, String line) {
        assertThatThrownBy(() -> Answer.parse(List.of(words.split(" ")), ALLOWED))
                .isInstanceOf(RehearsalException.class).hasMessage(line);
    }
}
