// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Configurations as OpenTelemetry documents them for the collector and its processors. */
class CollectorConfigTest {

    private static final String CONFIG = """
            extensions:
              sigv4auth: {region: eu-west-1, service: xray}
            receivers:
              otlp: {protocols: {http: {endpoint: 127.0.0.1:4318}}}
            processors:
              memory_limiter: {check_interval: 1s, limit_mib: 192}
              filter:
                error_mode: ignore
                traces:
                  span: ['IsRootSpan() and name == "GET /health"']
              probabilistic_sampler: {mode: proportional, sampling_percentage: 12.5}
              batch: {send_batch_size: 500}
            exporters:
              otlp_http: {traces_endpoint: 'https://xray.eu-west-1.amazonaws.com/v1/traces'}
            service:
              pipelines:
                traces:
                  receivers: [otlp]
                  processors: [memory_limiter, filter, probabilistic_sampler, batch]
                  exporters: [otlp_http]
            """;

    @Test
    void sampledPartFilteredSpansAndRegionAreRead() {
        CollectorConfig config = CollectorConfig.read(CONFIG);

        assertThat(config.samplePercent()).isEqualTo(12.5);
        assertThat(config.unwanted()).containsExactly("GET /health");
        assertThat(config.region()).isEqualTo("eu-west-1");
    }

    @Test
    void processorThatThePipelineDoesNotNameDoesNothing() {
        CollectorConfig config = CollectorConfig
                .read(CONFIG.replace("[memory_limiter, filter, probabilistic_sampler, batch]", "[batch]"));

        assertThat(config.samplePercent()).isEqualTo(100);
        assertThat(config.unwanted()).isEmpty();
    }

    /** A percentage of 100 or more samples all items (probabilisticsamplerprocessor, configuration). */
    @Test
    void moreThanAllIsAll() {
        assertThat(CollectorConfig.read(CONFIG.replace("12.5", "250")).samplePercent()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mode: proportional | mode: hash_seed | processors.probabilistic_sampler.mode is 'hash_seed'; allowed here: proportional
            percentage: 12.5 | percentage: some | processors.probabilistic_sampler.sampling_percentage is 'some'; allowed here: 0 to 100
            batch] | tail_sampling] | service.pipelines.traces.processors is 'tail_sampling'; allowed here: batch, filter, memory_limiter
            IsRootSpan() and | IsMatch() and | processors.filter.traces.span is 'IsMatch() and name
            127.0.0.1:4318 | 127.0.0.1:4317 | receivers.otlp.protocols.http.endpoint is '127.0.0.1:4317'; allowed here: an address with port 4318
            traces: | metrics: | is '[
            extensions: | `: [` | AOT_CONFIG_CONTENT is no YAML in line 1:
            """)
    void whatTheIntakeCannotDoIsRefusedInOneLine(String old, String other, String message) {
        assertThatThrownBy(() -> CollectorConfig.read(CONFIG.replace(old, other))).isInstanceOf(ControlException.class)
                .hasMessageStartingWith("AOT_CONFIG_CONTENT").message().contains(message).hasLineCount(1);
    }

    /** YAML 1.2.2 has no limit (section 5); 5,000 levels overflowed the stack of what reads the templates. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void nestingDeeperThanAnyConfigurationIsRefusedInOneLine(String opening) {
        assertThatThrownBy(() -> CollectorConfig.read("receivers:\n  " + opening.repeat(5_000)))
                .isInstanceOf(ControlException.class)
                .hasMessage("AOT_CONFIG_CONTENT is no YAML in line 2: it nests deeper than 50 levels");
    }

    /** YAML 1.2.2, section 3.2.2.2, lets an alias stand within its anchor. */
    @Test
    void anAliasWithinWhatItStandsForIsRefusedInOneLine() {
        assertThatThrownBy(() -> CollectorConfig.read("receivers: &x {otlp: *x}")).isInstanceOf(ControlException.class)
                .hasMessage("AOT_CONFIG_CONTENT is no YAML in line 1: *x is within what it stands for");
    }
}
