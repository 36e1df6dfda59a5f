// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.time.Duration;

/**
 * A service that another one calls.
 *
 * @param service
 *            discovery name of the one that is called
 * @param timeout
 *            what the caller's HTTP client waits for an answer at most; it may be less than the mesh's own timeout
 */
public record MonitoredUpstream(String service, Duration timeout) {}
