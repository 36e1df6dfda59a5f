// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.datadog;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the agent says of itself: a tracer uses what it finds there and nothing else. Sampled-away traces are asked for too
 * ({@code client_drop_p0s}), so that the requests behind them are counted.
 */
final class AgentInfo {

    private static final List<String> ENDPOINTS = List.of("/v0.3/traces", "/v0.4/traces", "/v0.5/traces",
            "/v0.6/stats", "/telemetry/proxy/", "/v0.7/config", "/debugger/v1/input", "/debugger/v1/diagnostics");

    /** A version of the agent whose answers these are. */
    private static final String VERSION = "7.70.0";

    private AgentInfo() {
    }

    static String json(int statsdPort) {
        String endpoints = ENDPOINTS.stream().map(path -> '"' + path + '"').collect(Collectors.joining(","));
        return ("{\"version\":\"%s\",\"endpoints\":[%s],\"client_drop_p0s\":false,\"span_meta_structs\":true,"
                + "\"long_running_spans\":false,\"evp_proxy_allowed_headers\":[],\"config\":{\"statsd_port\":%d}}")
                .formatted(VERSION, endpoints, statsdPort);
    }
}
