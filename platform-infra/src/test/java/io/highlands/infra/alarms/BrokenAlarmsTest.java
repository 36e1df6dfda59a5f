// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import java.lang.reflect.InvocationTargetException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Alarms that are broken on purpose: of each kind and each of its parts there is a test that fails, and that passes else. */
class BrokenAlarmsTest {

    private static final Set<String> PASSED = new HashSet<>();

    /** What is broken, in whose alarms, and which test has to see it. */
    private record Mutation(String what, String alarms, Consumer<ObjectNode> breaking, Class<?> test, String method) {

        void apply(ObjectNode alarm) {
            if (TemplateAlarms.name(alarm).matches("highlands-[a-z]+-" + alarms)) {
                breaking.accept(alarm);
            }
        }

        @Override
        public String toString() {
            return what + " of " + alarms + " fails " + test.getSimpleName() + "." + method;
        }
    }

    private static Stream<Mutation> mutations() {
        return Stream.of(
                broken("availability-burn-fast-1h", PagesTest.class, "errorsJustAboveTheFastRatePageWithinTheHour"),
                broken("availability-burn-fast-5m", PagesTest.class, "errorsJustAboveTheFastRatePageWithinTheHour"),
                broken("availability-burn-slow-6h", PagesTest.class, "fewErrorsForHoursPageSlowly"),
                broken("availability-burn-slow-30m", PagesTest.class, "fewErrorsForHoursPageSlowly"),
                broken("latency-slo-1h", PagesTest.class, "aFifthOfSlowRequestsPagesWithinTheHour"),
                broken("latency-slo-5m", PagesTest.class, "aFifthOfSlowRequestsPagesWithinTheHour"),
                broken("no-healthy-host-.+", PagesTest.class, "oneTaskThatIsLeftPagesNobody"),
                broken("telemetry-silent-.+-heartbeat", TicketsTest.class,
                        "serviceThatRunsAndPublishesNothingIsATicket"),
                broken("edge-errors-.+-calls", TicketsTest.class, "failedCallsOfAnEdgeAreATicket"),
                broken("edge-latency-.+-mean", TicketsTest.class, "answersNearTheTimeoutAreATicket"),
                broken("proxy-made-errors-.+-calls", TicketsTest.class, "failuresThatNoTaskMadeAreTheProxys"),
                broken("circuit-open-.+-breaker", TicketsTest.class,
                        "ticketStandsWhileAnOpenCircuitFailsTheCalls"),
                broken("tasks-below-desired-.+-tasks", TicketsTest.class, "taskThatIsMissingForLongIsATicket"),
                broken("saturation-.+-cpu", TicketsTest.class, "fullProcessorMemoryOrHeapIsATicket"),
                broken("saturation-.+-memory", TicketsTest.class, "fullProcessorMemoryOrHeapIsATicket"),
                broken("saturation-.+-heap", TicketsTest.class, "fullProcessorMemoryOrHeapIsATicket"),
                broken("deployment-rolled-back-events", TicketsTest.class,
                        "deploymentThatWasRolledBackIsATicketThoughItIsOver"),
                broken("tracing-sidecar-unhealthy-.+-health", TicketsTest.class,
                        "sidecarThatIsUnhealthyIsATicketWhereThereIsOne"),
                broken("deployment-guard-.+", TicketsTest.class,
                        "guardStandsWhileTheServiceItselfAnswersWithErrors"))
                .flatMap(List::stream);
    }

    private static List<Mutation> broken(String alarms, Class<?> test, String method) {
        return List.of(new Mutation("threshold doubled", alarms, BrokenAlarmsTest::doubled, test, method),
                new Mutation("wrong metric or dimension", alarms, BrokenAlarmsTest::elsewhere, test, method));
    }

    /** Twice nothing is nothing, so that a threshold of zero is raised by one. */
    private static void doubled(ObjectNode alarm) {
        double threshold = alarm.get("Threshold").asDouble();
        alarm.put("Threshold", threshold == 0 ? 1 : 2 * threshold);
    }

    /** Every metric with another value of one dimension or, where it has none, with another name. */
    private static void elsewhere(ObjectNode alarm) {
        List<JsonNode> metrics = alarm.has("MetricName") ? List.of(alarm) : alarm.findValues("Metric");
        for (JsonNode metric : metrics) {
            JsonNode last = metric.path("Dimensions").valueStream().reduce((one, next) -> next).orElse(null);
            if (last == null) {
                ((ObjectNode) metric).put("MetricName", metric.get("MetricName").asString() + ".other");
            } else {
                ((ObjectNode) last).put("Value", "other");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void aNamedTestFailsWhen(Mutation mutation) {
        if (PASSED.add(mutation.test().getSimpleName() + mutation.method())) {
            assertThatCode(() -> run(mutation)).as("unbroken").doesNotThrowAnyException();
        }
        Throwable[] failure = new Throwable[1];
        boolean[] applied = new boolean[1];
        TemplateAlarms.broken(alarm -> {
            String before = alarm.toString();
            mutation.apply(alarm);
            applied[0] |= !before.equals(alarm.toString());
        }, () -> failure[0] = catchThrowable(() -> run(mutation)));

        assertThat(applied[0]).as("an alarm was broken").isTrue();
        assertThat(failure[0]).as("broken").isInstanceOf(AssertionError.class);
    }

    private static void run(Mutation mutation) throws Throwable {
        try {
            var constructor = mutation.test().getDeclaredConstructor();
            mutation.test().getDeclaredMethod(mutation.method()).invoke(constructor.newInstance());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
