// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.time.Duration;

import io.highlands.local.forward.Origin;

/**
 * How the load balancer behaves.
 *
 * @param name the load balancer's name
 * @param host the address that listeners bind, 127.0.0.1 by default
 * @param source where connections to targets come from, 127.77.0.1 by default: the mesh knows it
 * @param idleTimeout how long a connection may go without a byte, 60 s by default as AWS's; zero disables it
 * @param connectTimeout how long connecting to a target may take, 10 s as AWS's
 * @param dropInvalidHeaders whether header fields whose names are not {@code [-A-Za-z0-9]+} are dropped, off by default as
 *            AWS's
 * @param initialProbe time between health checks of a target that has had none yet, 250 ms; AWS waits the whole interval
 * @param maxBody the largest request body in bytes, 1 GiB by default; a larger one is answered with 413
 */
public record BalancerOptions(String name, String host, Origin source, Duration idleTimeout,
        Duration connectTimeout, boolean dropInvalidHeaders, Duration initialProbe, long maxBody) {

    /** The defaults of all. */
    public static final BalancerOptions DEFAULTS = new BalancerOptions("load-balancer", "127.0.0.1",
            Origin.at("127.77.0.1"),
            Duration.ofSeconds(60), Duration.ofSeconds(10), false, Duration.ofMillis(250), 1L << 30);

    /**
     * {@return the same options for another load balancer}
     *
     * @param name its name
     * @param idleTimeout its idle timeout
     * @param dropInvalidHeaders whether it drops invalid header fields
     */
    public BalancerOptions with(String name, Duration idleTimeout, boolean dropInvalidHeaders) {
        return new BalancerOptions(name, host, source, idleTimeout, connectTimeout, dropInvalidHeaders,
                initialProbe, maxBody);
    }
}
