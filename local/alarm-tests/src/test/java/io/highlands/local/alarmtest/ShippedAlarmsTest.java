// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.highlands.cloudwatch.model.alarm.AlarmState;

import static org.assertj.core.api.Assertions.assertThat;

/** The alarms that are deployed, over the series of {@code platform-infra/alarms}. */
class ShippedAlarmsTest {

    private static final Path OUT = Path
            .of(System.getProperty("highlands.cdk.out", "../../platform-infra/target/cdk.out"));

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../platform-infra/alarms"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTestPasses(Path file) {
        assertThat(new AlarmTests(OUT::resolve, Optional.empty()).run(List.of(file)).get(file)).isNotEmpty()
                .allSatisfy(result -> assertThat(result.failures()).as(result.name()).isEmpty());
    }

    /** Of the parts of a composite alarm the composite tells; page-standing only holds others back. */
    @Test
    void everyKindOfAlarmIsExpectedToFireAndNotToFire() throws IOException {
        Set<String> kinds = AlarmSet.ofEnvironment(OUT.resolve("prod")).names().stream()
                .filter(name -> !name
                        .matches(".*-(1h|5m|6h|30m|calls|mean|breaker|tasks|cpu|memory|heap|heartbeat|events)"))
                .filter(name -> !name.equals("page-standing")).map(ShippedAlarmsTest::kind)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(expected(AlarmState.ALARM)).containsAll(kinds);
        assertThat(expected(AlarmState.OK)).containsAll(kinds);
    }

    private static Set<String> expected(AlarmState state) throws IOException {
        return files().stream().flatMap(file -> AlarmTestFile.read(file).tests().stream())
                .flatMap(test -> test.expected().stream()).filter(one -> one.state().equals(Optional.of(state)))
                .map(one -> kind(one.alarm())).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kind(String alarm) {
        return alarm.replaceAll("-service-[a-z]", "");
    }
}
