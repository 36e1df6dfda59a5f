// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.search;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SearchExpressionTest {

    private final MetricName cpu = new MetricName("AWS/EC2", "CPUUtilization", Map.of("InstanceId", "i-1234"));

    private final MetricName cpuByType = new MetricName("AWS/EC2", "CPUUtilization",
            Map.of("InstanceType", "t2.micro"));

    private final MetricName reads = new MetricName("AWS/EBS", "VolumeReadOps", Map.of("VolumeId", "ProjectA"));

    private final MetricName custom = new MetricName("My Namespace", "Errors", Map.of());

    private final MetricName odd = new MetricName("N", "Europe\\France Traffic(Network)", Map.of("a", "b"));

    private final Map<MetricName, String> names = Map.of(cpu, "cpu", cpuByType, "cpuByType", reads, "reads", custom,
            "custom", odd, "odd");

    private List<String> find(String query) {
        return SearchExpression.parse(query).select(List.of(cpu, cpuByType, reads, custom, odd)).stream()
                .map(names::get)
                .toList();
    }

    @Test
    void aSchemaFindsMetricsWithExactlyItsDimensions() {
        assertThat(find("{AWS/EC2,InstanceId}")).containsExactly("cpu");
        assertThat(find("{AWS/EC2, InstanceId, InstanceType}")).isEmpty();
    }

    @Test
    void aSchemaOfANamespaceFindsAllDimensions() {
        assertThat(find("{AWS/EC2}")).containsExactly("cpu", "cpuByType");
    }

    @Test
    void aNameWithSpacesIsQuoted() {
        assertThat(find("{\"My Namespace\"} Errors")).containsExactly("custom");
    }

    @Test
    void aCommaMayFollowTheSchema() {
        assertThat(find("{AWS/EC2, InstanceType}, MetricName=\"CPUUtilization\"")).containsExactly("cpuByType");
    }

    @Test
    void aPartialMatchFindsATokenAnywhere() {
        assertThat(find("ec")).containsExactly("cpu", "cpuByType");
        assertThat(find("Projec")).isEmpty();
        assertThat(find("ProjectA")).containsExactly("reads");
    }

    @Test
    void anExactMatchFindsTheWholeString() {
        assertThat(find("\"CPUUtilization\"")).containsExactly("cpu", "cpuByType");
        assertThat(find("\"cpuutilization\"")).isEmpty();
        assertThat(find("\"CPU\"")).isEmpty();
    }

    @Test
    void fourCharactersAreEscapedInAnExactMatch() {
        assertThat(find("\"Europe\\\\France Traffic\\(Network\\)\"")).containsExactly("odd");
    }

    @ParameterizedTest
    @CsvSource({"MetricName=utilization, cpu cpuByType", "InstanceType=micro, cpuByType",
            "'InstanceType=\"t2.micro\" Namespace=\"AWS/EC2\"', cpuByType", "MetricName=Project, ''"})
    void aPropertyNameNarrowsTheSearch(String query, String expected) {
        assertThat(String.join(" ", find(query))).isEqualTo(expected);
    }

    @Test
    void wordsSideBySideAllHaveToFit() {
        assertThat(find("Volume Read")).isEqualTo(find("Volume AND Read")).containsExactly("reads");
    }

    @Test
    void notExcludes() {
        assertThat(find("NOT Namespace=AWS")).containsExactly("custom", "odd");
        assertThat(find("{AWS/EC2} NOT i-1234 NOT nothing")).containsExactly("cpuByType");
    }

    @Test
    void parenthesesGroup() {
        assertThat(find("(EC OR EBS) MetricName=ReadOps")).containsExactly("reads");
        assertThat(find("MetricName=\"Errors\" OR (MetricName=ReadOps AND (ProjectA OR ProjectB))"))
                .containsExactly("reads", "custom");
    }

    @Test
    void lowerCaseOperatorsAreWords() {
        assertThat(find("Volume and Read")).isEmpty();
    }

    @Test
    void andBindsTighterThanOr() {
        assertThat(find("Errors OR Volume nothing")).containsExactly("custom");
    }

    @Test
    void returnsAtMost500Metrics() {
        List<MetricName> many = IntStream.range(0, 600)
                .mapToObj(i -> new MetricName("N", "Errors", Map.of("i", "" + i)))
                .toList();

        assertThat(SearchExpression.parse("Errors").select(many)).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{", "{}", "{AWS/EC2", "(cpu", "cpu)", "\"cpu", "MetricName=", "NOT", "cpu AND",
            "{AWS/EC2} {AWS/EBS}", "MetricName=(a OR b)"})
    void anErrorNamesTheCharacter(String query) {
        assertThatExceptionOfType(SearchException.class).isThrownBy(() -> SearchExpression.parse(query))
                .withMessageContaining("expected").withMessageContaining("character");
    }

    @Test
    void aSearchHasAtMost1024Characters() {
        assertThatExceptionOfType(SearchException.class).isThrownBy(() -> SearchExpression.parse("a".repeat(1025)))
                .withMessageContaining("1024").withMessageContaining("1025");
    }

    @Test
    void nestingEndsInAnError() {
        assertThatExceptionOfType(SearchException.class).isThrownBy(() -> SearchExpression.parse("(".repeat(1000)))
                .withMessageContaining("50 nested parentheses");
    }
}
