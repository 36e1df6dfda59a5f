// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.util.ArrayList;
import java.util.List;

/** Which status codes a health check takes for a success: codes and ranges, separated by commas. */
final class StatusMatcher {

    private record Range(int from, int to) {}

    private final List<Range> ranges = new ArrayList<>();

    /**
     * @param text such as {@code 200}, {@code 200,202} or {@code 200-299}
     */
    StatusMatcher(String text) {
        for (String part : text.split(",")) {
            String[] ends = part.trim().split("-", 2);
            try {
                int from = Integer.parseInt(ends[0].trim());
                ranges.add(new Range(from, ends.length == 1 ? from : Integer.parseInt(ends[1].trim())));
            } catch (NumberFormatException e) {
                throw new BalancerException("health check matcher '" + text
                        + "' is not made of codes and ranges such as 200, 200,202 or 200-299", e);
            }
        }
    }

    boolean matches(int status) {
        return ranges.stream().anyMatch(range -> status >= range.from && status <= range.to);
    }
}
