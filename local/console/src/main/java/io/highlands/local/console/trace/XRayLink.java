// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.util.Optional;

import io.highlands.local.span.TraceId;

/**
 * The address of a trace in CloudWatch's console, which writes the 32 digits of a W3C trace id as X-Ray does.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html">X-Ray: trace id in W3C format,
 *      {@code 1-5759e988-bd862e3fe1be46a994272793}</a>
 */
final class XRayLink {

    /** Digits of a trace id before the second dash. */
    private static final int TIME = 8;

    private XRayLink() {
    }

    static Optional<String> of(String region, TraceId trace) {
        if (!region.matches("[a-z]{2}(-[a-z]+)+-[0-9]")) {
            return Optional.empty();
        }
        String id = trace.toString();
        return Optional.of("https://%1$s.console.aws.amazon.com/cloudwatch/home?region=%1$s#xray:traces/1-%2$s-%3$s"
                .formatted(region, id.substring(0, TIME), id.substring(TIME)));
    }
}
