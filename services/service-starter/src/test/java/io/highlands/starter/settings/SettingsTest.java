// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * How variables become settings.
 */
class SettingsTest {

    @Test
    void defaultsHoldWhereNothingIsSet() {
        HighlandsProperties settings = settings(Map.of());

        assertThat(settings.bindAddress()).isEqualTo("0.0.0.0:3000");
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.maxInputLength()).isEqualTo(256);
        assertThat(settings.passHeaders()).containsExactly("x-request-id");
        Upstream c = settings.upstreams().get("service-c");
        assertThat(c.timeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(c.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(c.maxConcurrentCalls()).isEqualTo(200);
    }

    @Test
    void theVariablesOfThePlatformWin() {
        HighlandsProperties settings = settings(Map.of("BIND_ADDRESS", "127.77.1.2:3000", "SERVICE_C_URL",
                "http://127.0.0.1:9", "SERVICE_C_TIMEOUT", "700ms", "HIGHLANDS_DRAIN", "25s", "HIGHLANDS_SERVICE",
                "service-z", "HIGHLANDS_ENV", "prod"));

        assertThat(settings.bindAddress()).isEqualTo("127.77.1.2:3000");
        assertThat(settings.upstreams().get("service-c").url()).isEqualTo(URI.create("http://127.0.0.1:9"));
        assertThat(settings.upstreams().get("service-c").timeout()).isEqualTo(Duration.ofMillis(700));
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(25));
        assertThat(settings.service()).isEqualTo("service-z");
        assertThat(settings.env()).isEqualTo("prod");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0:3000,127.0.0.1", "[::]:3000,127.0.0.1", "127.77.1.2:3000,127.77.1.2"})
    void managementListensWhereOnlyItsNeighboursReachIt(String bind, String management) {
        assertThat(environment(Map.of("BIND_ADDRESS", bind)).getProperty("management.server.address"))
                .isEqualTo(management);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3000", ":3000", "host:", "host:port", "host:65536", "host:-1", "http://host:3000"})
    void anAddressThatIsNotHostAndPortIsRefusedByName(String text) {
        assertThatThrownBy(() -> BindAddress.parse(text)).isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("BIND_ADDRESS", "'" + text + "'", "such as 0.0.0.0:3000");
    }

    @Test
    void aHostWithoutAnAddressIsRefusedByName() {
        assertThatThrownBy(() -> BindAddress.parse("no-such-host.invalid:3000").address())
                .hasMessageContaining("BIND_ADDRESS is 'no-such-host.invalid:3000'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host", "service-c:8081", "/path"})
    void anUpstreamThatIsNotHttpIsRefusedByItsVariable(String url) {
        Upstream upstream = settings(Map.of("SERVICE_C_URL", url)).upstreams().get("service-c");

        assertThatThrownBy(() -> upstream.checkedUrl("service-c")).hasMessageContainingAll("SERVICE_C_URL", url,
                "such as http://service-c:8080");
    }

    private static HighlandsProperties settings(Map<String, Object> variables) {
        return Binder.get(environment(variables)).bindOrCreate("highlands", HighlandsProperties.class);
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        variables));
        environment.getPropertySources()
                .addLast(new MapPropertySource("declared", Map.of("highlands.upstreams.service-c.url",
                        "http://service-c:8081", "highlands.upstreams.service-c.timeout", "6s")));
        new HighlandsEnvironment().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
