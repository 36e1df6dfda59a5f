// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

import io.highlands.local.span.SpanKind;

/**
 * OpenTelemetry's names for what Datadog's tracer and older instrumentations call otherwise.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/migration-guide/">HTTP semantic convention migration</a>
 * @see <a href="https://docs.datadoghq.com/opentelemetry/mapping/semantic_mapping/">Datadog, semantic mapping</a>
 */
final class Names {

    static final String METHOD = "http.request.method";
    static final String STATUS = "http.response.status_code";
    static final String ROUTE = "http.route";
    static final String REQUEST_ID = "http.request.header.x-request-id";
    static final String PEER = "server.address";
    static final String ERROR_TYPE = "error.type";
    static final String ERROR_MESSAGE = "exception.message";

    private Names() {
    }

    /**
     * OpenTelemetry's name.
     *
     * @param name as the agent has it
     * @param kind of the span: the peer of a SERVER is a client
     * @return the name to keep it under
     */
    static String of(String name, SpanKind kind) {
        boolean serves = kind == SpanKind.SERVER || kind == SpanKind.CONSUMER;
        return switch (name) {
            case "http.method" -> METHOD;
            case "http.status_code" -> STATUS;
            case "http.url" -> "url.full";
            case "http.query.string" -> "url.query";
            case "http.useragent", "http.user_agent" -> "user_agent.original";
            case "http.client_ip", "network.client.ip" -> "client.address";
            case "http.hostname", "net.host.name", "out.host" -> PEER;
            case "peer.hostname", "net.peer.name" -> serves ? "client.address" : PEER;
            case "peer.port", "net.peer.port" -> serves ? "network.peer.port" : "server.port";
            case "peer.ipv4", "peer.ipv6", "net.sock.peer.addr" -> "network.peer.address";
            case "error.message", "error.msg" -> ERROR_MESSAGE;
            case "error.stack" -> "exception.stacktrace";
            case "env", "deployment.environment" -> "deployment.environment.name";
            case "version" -> "service.version";
            case "runtime-id" -> "service.instance.id";
            case "language" -> "telemetry.sdk.language";
            case "process_id" -> "process.pid";
            default -> name;
        };
    }
}
