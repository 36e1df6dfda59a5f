// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads links that were written for AWS's console, or for the repository, to this console's pages. */
public final class AwsLinks {

    private static final Pattern DASHBOARD = Pattern.compile("#dashboards(?:/dashboard/|:name=)([^/?;&#]+)");

    private static final Pattern ALARM = Pattern.compile("#alarmsV2:alarm/([^/?;&#]+)");

    private static final Pattern LOGS = Pattern.compile("#logsV2:");

    private static final Pattern TRACE = Pattern.compile("#xray:traces/1-([0-9a-f]{8})-([0-9a-f]{24})");

    private static final Pattern TRACES = Pattern.compile("#(?:xray:traces|application-signals:transaction-search)");

    private static final Pattern RUNBOOK = Pattern.compile("(?:^|/)(?:runbooks/)?([a-z][a-z0-9-]*)\\.md(#.*)?$");

    private AwsLinks() {
    }

    /**
     * The address of the same thing here.
     *
     * @param address any address
     * @return a path of this console, or the address itself where it leads elsewhere
     */
    public static String here(String address) {
        Matcher dashboard = DASHBOARD.matcher(address);
        if (dashboard.find()) {
            return "/dashboards/" + name(dashboard);
        }
        Matcher alarm = ALARM.matcher(address);
        if (alarm.find()) {
            return "/alarms/" + name(alarm);
        }
        Matcher trace = TRACE.matcher(address);
        if (trace.find()) {
            return "/traces/" + trace.group(1) + trace.group(2);
        }
        if (TRACES.matcher(address).find()) {
            return "/traces";
        }
        if (LOGS.matcher(address).find()) {
            return "/logs";
        }
        Matcher runbook = RUNBOOK.matcher(address);
        return runbook.find() && (!address.contains("://") || address.contains("runbooks/"))
                ? "/runbooks/" + name(runbook)
                : address;
    }

    private static String name(Matcher matcher) {
        return TimeRange.encode(URLDecoder.decode(matcher.group(1).replace("+", "%2B"), StandardCharsets.UTF_8));
    }
}
