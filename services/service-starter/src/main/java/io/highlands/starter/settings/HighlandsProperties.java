// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a Highlands service. Each can also come from its environment variable, such as HIGHLANDS_DRAIN.
 *
 * @param bindAddress where the service listens, as host:port; BIND_ADDRESS sets it, the default is 0.0.0.0:3000
 * @param service name of this service in logs and telemetry; HIGHLANDS_SERVICE sets it
 * @param env environment in logs and telemetry; HIGHLANDS_ENV sets it
 * @param drain how long the service goes on serving after SIGTERM while /health answers 503; in AWS longer than the
 * drain of the mesh proxy
 * @param maxInputLength longest value of a query parameter, in characters; a longer one is answered with 400
 * @param passHeaders headers of a request that its upstream calls carry on; no other header is passed on
 * @param edgeHeader header that the load balancer adds to every request and services never pass on: a request with it
 * comes from outside, so its trace context and baggage are dropped
 * @param upstreams the services that this one calls, by discovery name
 */
@ConfigurationProperties("highlands")
public record HighlandsProperties(@DefaultValue("0.0.0.0:3000") String bindAddress,
        @DefaultValue("service") String service, @DefaultValue("local") String env, @DefaultValue("1s") Duration drain,
        @DefaultValue("256") int maxInputLength, @DefaultValue("x-request-id") List<String> passHeaders,
        @DefaultValue("x-amzn-trace-id") String edgeHeader, @DefaultValue Map<String, Upstream> upstreams) {

    /** The longest drain that the maximum stop timeout of ECS, 120 s, leaves room for. */
    private static final Duration MAX_DRAIN = Duration.ofSeconds(100);

    public HighlandsProperties {
        if (drain.isNegative() || drain.compareTo(MAX_DRAIN) > 0) {
            throw new InvalidSettingException("HIGHLANDS_DRAIN", drain.toSeconds() + "s", "0s to 100s");
        }
        if (maxInputLength < 1) {
            throw new InvalidSettingException("highlands.max-input-length", String.valueOf(maxInputLength),
                    "1 or more");
        }
        passHeaders = List.copyOf(passHeaders);
        upstreams = Map.copyOf(upstreams);
    }
}
