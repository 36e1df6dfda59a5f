// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

/** What a listener does with a request. */
public sealed interface ListenerAction {

    /**
     * Passes it to a target group.
     *
     * @param targetGroup ARN of the target group, see {@link TargetGroupSpec#arn()}
     */
    record Forward(String targetGroup) implements ListenerAction {}

    /**
     * Answers it.
     *
     * @param status HTTP status
     * @param contentType content type, or null
     * @param body body, possibly empty
     */
    record FixedResponse(int status, String contentType, String body) implements ListenerAction {}

    /**
     * Sends the client elsewhere. The parts may hold {@code #{protocol}}, {@code #{host}}, {@code #{port}},
     * {@code #{path}} and {@code #{query}}.
     *
     * @param status 301 or 302
     * @param protocol default {@code #{protocol}}
     * @param host default {@code #{host}}
     * @param port default {@code #{port}}
     * @param path default {@code /#{path}}
     * @param query default {@code #{query}}
     */
    record Redirect(int status, String protocol, String host, String port, String path, String query)
            implements
                ListenerAction {}
}
