// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.util.Optional;

/**
 * Where a reader goes from a board or an alarm.
 *
 * @param runbooks
 *            what the name of a page is added to, a URL or <code>runbooks</code>, without a slash at the end
 * @param datadog
 *            the organisation's Datadog, <code>https://app.datadoghq.com</code>; absent where tracing is off
 */
public record Links(String runbooks, Optional<String> datadog) {

    /** The page of a kind of alarm. */
    public String runbook(String kind) {
        return runbooks + "/" + kind + ".md";
    }
}
