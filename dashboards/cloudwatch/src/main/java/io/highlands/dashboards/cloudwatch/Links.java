// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.util.Optional;
import java.util.Set;

/**
 * Where a reader goes from a dashboard or an alarm.
 *
 * @param runbooks
 *            what the name of a page is added to, a URL or {@code runbooks}, without a slash at the end
 * @param datadog
 *            the organisation's Datadog, {@code https://app.datadoghq.com}; absent where traces are not kept there
 * @param transactionSearch
 *            whether traces are kept in CloudWatch Transaction Search; false where tracing is off
 */
public record Links(String runbooks, Optional<String> datadog, boolean transactionSearch) {

    /** Sites whose pages are under a name of their own; those of the others are at the site itself. */
    private static final Set<String> UNDER_APP = Set.of("datadoghq.com", "datadoghq.eu", "ddog-gov.com");

    /**
     * Where the pages of a Datadog site are.
     *
     * @param site
     *            the site, for example {@code us5.datadoghq.com}
     * @return the URL that its pages begin with
     * @see <a href="https://docs.datadoghq.com/getting_started/site/">Datadog sites</a>
     */
    public static String datadog(String site) {
        return "https://" + (UNDER_APP.contains(site) ? "app." : "") + site;
    }

    /** The page of a kind of alarm. */
    public String runbook(String kind) {
        return runbooks + "/" + kind + ".md";
    }
}
