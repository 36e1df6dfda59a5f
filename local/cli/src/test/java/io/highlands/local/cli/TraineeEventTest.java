// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.ControlJson;
import io.highlands.local.control.message.DrillBegun;
import io.highlands.local.control.message.DrillEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** What a drill prints for programs and for people, and to what it responds. */
class TraineeEventTest {

    private static final DrillBegun BEGUN = new DrillBegun(Instant.parse("2026-01-01T00:00:03Z"), 1,
            List.of("service-a"), List.of("latency"), List.of("replace-tasks"), 10);

    private final StringWriter printed = new StringWriter();

    private Trainee trainee(String input, boolean json) {
        return new Trainee(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new PrintWriter(printed),
                json);
    }

    private List<DrillEvent> events() {
        return printed.toString().lines()
                .map(line -> ControlJson.read(line.getBytes(StandardCharsets.UTF_8), DrillEvent.class)).toList();
    }

    @Test
    void whatIsToldAfterALineRespondsToItAndTheNextToNone() {
        Trainee trainee = trainee("hint\n", true);
        assertThat(TraineeTest.next(trainee)).isEqualTo("hint");

        trainee.tell(List.of("hint 1 of 3: alarm x"));
        trainee.tell(List.of("the mitigation works"));

        assertThat(events()).containsExactly(
                DrillEvent.told(List.of("hint 1 of 3: alarm x"), Optional.of("hint")),
                DrillEvent.told(List.of("the mitigation works"), Optional.empty()));
        assertThat(TraineeTest.next(trainee)).as("the end of the input").isEqualTo("give-up");
    }

    /** A drill looks at the platform twice a second, and mostly has nothing to say. */
    @Test
    void nothingIsNoLineButAResponse() {
        Trainee trainee = trainee("\n", true);
        trainee.tell(List.of());
        assertThat(printed.toString()).isEmpty();
        assertThat(TraineeTest.next(trainee)).isEmpty();

        trainee.tell(List.of());

        assertThat(events()).containsExactly(DrillEvent.told(List.of(), Optional.of("")));
    }

    @Test
    void theWordsOfADrillAreForProgramsAndTheLinesOfTheInputForPeople() {
        trainee("", true).begin(BEGUN);
        assertThat(events()).singleElement().extracting(DrillEvent::begun).isEqualTo(Optional.of(BEGUN));

        printed.getBuffer().setLength(0);
        trainee("", false).begin(BEGUN);
        assertThat(printed.toString()).contains("answer WHERE [KIND [MITIGATION]]").doesNotContain("{");
    }
}
