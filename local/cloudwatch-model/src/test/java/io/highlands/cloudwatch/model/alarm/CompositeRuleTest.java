// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** API_PutCompositeAlarm, AlarmRule. */
class CompositeRuleTest {

    private final Map<String, AlarmState> states = Map.of("up", AlarmState.OK, "down", AlarmState.ALARM, "silent",
            AlarmState.INSUFFICIENT_DATA, "with space (and, more)", AlarmState.ALARM, "say \"hi\"", AlarmState.ALARM);

    @ParameterizedTest
    @CsvSource({"ALARM(down), ALARM", "ALARM(up), OK", "OK(up), ALARM", "INSUFFICIENT_DATA(silent), ALARM",
            "INSUFFICIENT_DATA(up), OK", "TRUE, ALARM", "FALSE, OK", "False, OK", "NOT ALARM(up), ALARM",
            "NOT NOT ALARM(down), ALARM", "ALARM(down) AND OK(up), ALARM", "ALARM(down) AND ALARM(up), OK",
            "ALARM(up) OR ALARM(down), ALARM", "ALARM(down) AND NOT ALARM(up), ALARM",
            "(ALARM(up) OR ALARM(down)) AND OK(up), ALARM", "NOT (ALARM(up) OR ALARM(down)), OK"})
    void holdsOrNot(String rule, AlarmState expected) {
        assertThat(CompositeRule.parse(rule).evaluate(states::get)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"AT_LEAST(1, ALARM, (up, down, silent)) | ALARM",
            "AT_LEAST(2, ALARM, (up, down, silent)) | OK", "AT_LEAST(2, NOT OK, (up, down, silent)) | ALARM",
            "AT_LEAST(1, INSUFFICIENT_DATA, (\"up\", \"silent\")) | ALARM", "AT_LEAST(50%, OK, (up, down)) | ALARM",
            "AT_LEAST(51%, OK, (up, down)) | OK", "AT_LEAST(100%, NOT ALARM, (up, silent)) | ALARM",
            "AT_LEAST(1, ALARM, (up, down)) AND NOT ALARM(up) | ALARM"})
    void atLeastCountsAlarms(String rule, AlarmState expected) {
        assertThat(CompositeRule.parse(rule).evaluate(states::get)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"AT_LEAST(3, ALARM, (a, b)) | 1 to 2 of its alarms, not 3",
            "AT_LEAST(0, ALARM, (a, b)) | not 0", "AT_LEAST(101%, ALARM, (a)) | 1 to 100 % of its alarms, not 101"})
    void atLeastTakesNoMoreThanThereAre(String rule, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> CompositeRule.parse(rule))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"TRUE OR TRUE AND FALSE, ALARM", "FALSE AND TRUE OR TRUE, ALARM", "NOT FALSE OR TRUE, ALARM",
            "NOT TRUE AND FALSE, OK"})
    void notBindsTighterThanAndTighterThanOr(String rule, AlarmState expected) {
        assertThat(CompositeRule.parse(rule).evaluate(states::get)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALARM(down)", "ALARM(\"down\")", "ALARM( down )",
            "ALARM(arn:aws:cloudwatch:eu-west-1:000000000000:alarm:down)",
            "ALARM(\"arn:aws:cloudwatch:eu-west-1:000000000000:alarm:down\")", "ALARM\n ( \"down\"\n)"})
    void namesAndArnsStandInQuotesOrNot(String rule) {
        assertThat(CompositeRule.parse(rule).children()).containsExactly("down");
    }

    @Test
    void quotesAllowAnyName() {
        assertThat(CompositeRule.parse("ALARM(\"with space (and, more)\")").evaluate(states::get))
                .isEqualTo(AlarmState.ALARM);
        assertThat(CompositeRule.parse("ALARM(\"say \\\"hi\\\"\")").evaluate(states::get)).isEqualTo(AlarmState.ALARM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALARM(with space)", "ALARM(a,b)", "ALARM(a(b))", "ALARM()", "ALARM(\"\")", "ALARM(\"a)",
            "ALARM down", "BROKEN(a)", "ALARM(a) ALARM(b)", "ALARM(a) AND", "AND ALARM(a)", "(ALARM(a)", "ALARM(a))",
            "alarm(a)", "ALARM(a) and ALARM(b)", "AT_LEAST(1, ALARM, a, b)", "AT_LEAST(x, ALARM, (a))",
            "AT_LEAST(1, BROKEN, (a))",
            "AT_LEAST(1, ALARM, ())", "AT_LEAST(1 ALARM, (a))", "AT_LEAST(1, ALARM, (a b))", "AT_LEAST(1, ALARM, (a)"})
    void anErrorNamesTheCharacter(String rule) {
        assertThatIllegalArgumentException().isThrownBy(() -> CompositeRule.parse(rule))
                .withMessageMatching("(?s)Rule, character \\d+: expected .*");
    }

    @Test
    void anAlarmThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompositeRule.parse("TRUE OR ALARM(gone)").evaluate(states::get))
                .withMessageContaining("'gone'");
    }

    @Test
    void aRuleNamesAtMost100Alarms() {
        assertThat(CompositeRule.parse(alarms(100)).children()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> CompositeRule.parse(alarms(101)))
                .withMessageContaining("at most 100 alarms, not 101");
    }

    private static String alarms(int count) {
        return IntStream.range(0, count).mapToObj(i -> "ALARM(a" + i + ")").collect(Collectors.joining(" OR "));
    }

    @Test
    void aRuleHasAtMost500Elements() {
        CompositeRule.parse("TRUE" + " OR TRUE".repeat(499));
        CompositeRule.parse("(".repeat(499) + "TRUE" + ")".repeat(499));
        assertThatIllegalArgumentException().isThrownBy(() -> CompositeRule.parse("TRUE" + " OR TRUE".repeat(500)))
                .withMessageContaining("500 elements");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompositeRule.parse("(".repeat(500) + "TRUE" + ")".repeat(500)))
                .withMessageContaining("500 elements");
    }

    @Test
    void aRuleHasAtMost10240Characters() {
        CompositeRule.parse("(TRUE" + " ".repeat(10_234) + ")");
        assertThatIllegalArgumentException().isThrownBy(() -> CompositeRule.parse("(TRUE" + " ".repeat(10_235) + ")"))
                .withMessageContaining("1 to 10240");
        assertThatIllegalArgumentException().isThrownBy(() -> CompositeRule.parse(" "));
    }

    /** AWS's message, from hashicorp/terraform-provider-aws#19575. */
    @ParameterizedTest
    @ValueSource(strings = {" TRUE", "TRUE ", "TRUE\n", "\tTRUE"})
    void aRuleHasNoWhiteSpaceAroundIt(String rule) {
        assertThatIllegalArgumentException().isThrownBy(() -> CompositeRule.parse(rule))
                .withMessage("AlarmRule must not contain leading or trailing whitespace or be null");
    }
}
