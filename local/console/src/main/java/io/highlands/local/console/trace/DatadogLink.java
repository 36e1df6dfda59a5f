// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.util.Optional;
import java.util.Set;

import io.highlands.local.span.TraceId;

/**
 * The address of a trace in Datadog.
 *
 * @see <a href="https://docs.datadoghq.com/getting_started/site/">Datadog sites: the address of each</a>
 */
final class DatadogLink {

    /** Sites whose pages are under a name of their own; those of all others are at the site itself. */
    private static final Set<String> UNDER_APP = Set.of("datadoghq.com", "datadoghq.eu", "ddog-gov.com");

    private DatadogLink() {
    }

    static Optional<String> of(String site, TraceId trace) {
        if (!site.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
            return Optional.empty();
        }
        return Optional.of("https://" + (UNDER_APP.contains(site) ? "app." : "") + site + "/apm/trace/" + trace);
    }
}
