// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.span.TraceId;

import static org.assertj.core.api.Assertions.assertThat;

class TraceWordsTest {

    private static final TraceId ID = new TraceId(1, 2);

    @ParameterizedTest
    @CsvSource({"0,0 ms", "900,0.9 µs", "42000,42 µs", "12300000,12.3 ms", "2500000000,2.5 s"})
    void aDurationIsInTheUnitInWhichItIsBestRead(long nanos, String words) {
        assertThat(Times.took(nanos)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"datadoghq.com,app.datadoghq.com", "datadoghq.eu,app.datadoghq.eu",
            "us5.datadoghq.com,us5.datadoghq.com"})
    void aTraceIsAtTheAddressOfItsDatadogSite(String site, String host) {
        assertThat(DatadogLink.of(site, ID)).contains("https://" + host + "/apm/trace/" + ID);
    }

    @Test
    void withoutASiteThereIsNoLinkToDatadog() {
        assertThat(DatadogLink.of("", ID)).isEmpty();
        assertThat(DatadogLink.of("evil.example/?", ID)).isEmpty();
    }

    @Test
    void aTraceIsAtTheAddressOfItsXRayIdInItsRegion() {
        String id = ID.toString();

        assertThat(XRayLink.of("eu-west-1", ID)).contains("https://eu-west-1.console.aws.amazon.com/cloudwatch/home"
                + "?region=eu-west-1#xray:traces/1-" + id.substring(0, 8) + "-" + id.substring(8));
        assertThat(XRayLink.of("", ID)).isEmpty();
        assertThat(XRayLink.of("evil.example/", ID)).isEmpty();
    }
}
