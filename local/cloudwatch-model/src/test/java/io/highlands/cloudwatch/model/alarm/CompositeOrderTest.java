// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CompositeOrderTest {

    @Test
    void childrenComeFirst() {
        CompositeAlarm page = CompositeAlarm.of("page", "ALARM(fast) OR ALARM(slow)");
        CompositeAlarm slow = CompositeAlarm.of("slow", "ALARM(x)");
        CompositeAlarm fast = CompositeAlarm.of("fast", "ALARM(slow)");

        assertThat(CompositeOrder.of(List.of(page, fast, slow))).containsExactly(slow, fast, page);
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompositeOrder.of(List.of(CompositeAlarm.of("start", "ALARM(a)"),
                        CompositeAlarm.of("a", "ALARM(b)"), CompositeAlarm.of("b", "NOT OK(a)"))))
                .withMessage("Composite alarms depend on each other in a circle: a -> b -> a");
    }

    @Test
    void anAlarmThatNamesItselfIsACircle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompositeOrder.of(List.of(CompositeAlarm.of("a", "ALARM(a)"))))
                .withMessageContaining("a -> a");
    }

    /** AWS documents a limit of alarms in a rule, and none of composites that watch each other in a row. */
    @Test
    void twentyThousandAlarmsInARowDoNotOverflowTheStack() {
        List<CompositeAlarm> row = IntStream.range(0, 20_000)
                .mapToObj(i -> CompositeAlarm.of("a" + i, "ALARM(a" + (i + 1) + ")")).toList();

        assertThat(CompositeOrder.of(row)).hasSize(20_000).first().isEqualTo(row.getLast());
    }
}
