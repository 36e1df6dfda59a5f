// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A service that this one calls. For {@code service-a}, SERVICE_A_URL and SERVICE_A_TIMEOUT override address and
 * timeout.
 *
 * @param url base address, the mesh's friendly name, such as http://service-a:8080
 * @param timeout timeout for the complete response: the per-request timeout of the upstream in the mesh and one second
 * more, so that the mesh speaks first
 * @param connectTimeout timeout for a connection; short, since the proxy is on
 *            the same host, and yet long enough for a start-up that keeps all processors busy
 * @param maxConcurrentCalls calls in flight at once; one more is answered with 429
 * @param passOn statuses of it that this service responds with too where no controller handles them, of 404, 409, 410 and
 * 422; any other of these is then 500
 * @param breaker when to stop calling
 */
public record Upstream(URI url, @DefaultValue("16s") Duration timeout, @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("200") int maxConcurrentCalls, @DefaultValue Set<Integer> passOn,
        @DefaultValue Breaker breaker) {

    /** Statuses that say something of what was asked for, and nothing of the health of who responds. */
    public static final Set<Integer> ORDINARY = Set.of(404, 409, 410, 422);

    public Upstream {
        passOn = Set.copyOf(passOn);
        passOn.stream().filter(status -> !ORDINARY.contains(status)).findFirst().ifPresent(status -> {
            throw new InvalidSettingException("highlands.upstreams.*.pass-on", String.valueOf(status),
                    "some of 404, 409, 410, 422");
        });
    }

    /**
     * The circuit breaker before an upstream. Only the upstream's own faults count: not calls that were cancelled or
     * shed, nor faults that the upstream attributes to a service behind it.
     *
     * @param window how many of the last calls are looked at
     * @param minimumCalls how many calls must have been made before it may open
     * @param failureRate failed calls in the window, in percent, at which it opens
     * @param openFor how long it stays open before it tries again
     * @param trials how many calls it lets through when it tries again
     */
    public record Breaker(@DefaultValue("20") int window, @DefaultValue("10") int minimumCalls,
            @DefaultValue("50") int failureRate, @DefaultValue("5s") Duration openFor, @DefaultValue("3") int trials) {}

    /**
     * The address, checked.
     *
     * @param name discovery name of the upstream
     * @return the base address
     * @throws InvalidSettingException when there is none or it is not http or https
     */
    public URI checkedUrl(String name) {
        String variable = HighlandsEnvironment.variable(name, "URL");
        String allowed = "an http or https address, such as http://" + name + ":8080";
        if (url == null) {
            throw new InvalidSettingException(variable, "", allowed);
        }
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new InvalidSettingException(variable, url.toString(), allowed);
        }
        return url;
    }
}
