// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

/** What a listener does with a request. */
public sealed interface Action {

    /**
     * Sends it to a target.
     *
     * @param targetGroup the id of the target group
     */
    record Forward(String targetGroup) implements Action {}

    /**
     * Answers it.
     *
     * @param status the status code
     * @param contentType the media type of the body, or null for none
     * @param body the body, possibly empty
     */
    record FixedResponse(int status, String contentType, String body) implements Action {}

    /**
     * Sends the client elsewhere. Each part may hold the placeholders {@code #{protocol}}, {@code #{host}},
     * {@code #{port}}, {@code #{path}} and {@code #{query}}.
     *
     * @param status 301 or 302
     * @param protocol HTTP, HTTPS or the placeholder
     * @param host the host name
     * @param port the port
     * @param path the path with its leading slash; the placeholder stands for the path without it
     * @param query the query without the question mark
     */
    record Redirect(int status, String protocol, String host, String port, String path,
            String query) implements Action {}
}
