// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.highlands.cloudwatch.model.math.MathExpression;
import io.highlands.local.logs.insights.InsightsQuery;

import static org.assertj.core.api.Assertions.assertThat;

/** Every dashboard of every environment is read here as it stands: no warning, and no expression or query that is not served. */
class RenderedDashboardsTest {

    private static final Path RENDERED = Path.of("../../dashboards/rendered");

    @TestFactory
    Stream<DynamicTest> dashboardsAreServedWhole() throws IOException {
        try (Stream<Path> files = Files.walk(RENDERED, 2)) {
            List<Path> dashboards = files.filter(file -> file.toString().endsWith(".json")
                    && !file.getFileName().toString().startsWith("datadog-"))
                    .filter(file -> !file.getParent().equals(RENDERED)).sorted().toList();
            assertThat(dashboards).isNotEmpty();
            return dashboards.stream().map(file -> DynamicTest.dynamicTest(RENDERED.relativize(file).toString(),
                    () -> isServed(Files.readString(file))));
        }
    }

    private static void isServed(String body) {
        DashboardBodyParser parser = new DashboardBodyParser(Map.of());
        DashboardBody dashboard = parser.parse(body);

        assertThat(parser.messages()).isEmpty();
        for (Widget widget : dashboard.dividedBy(6).widgets()) {
            switch (widget) {
                case MetricWidget chart -> chart.rows().forEach(row -> row.expression()
                        .ifPresent(text -> assertThat(MathExpression.parse(text)).isNotNull()));
                case LogWidget log -> assertThat(InsightsQuery.parse(log.query()).sources()).isNotEmpty();
                default -> assertThat(widget).isNotInstanceOf(OtherWidget.class);
            }
        }
    }
}
