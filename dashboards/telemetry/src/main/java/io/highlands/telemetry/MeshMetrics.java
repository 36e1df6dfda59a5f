// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.List;

import static io.highlands.telemetry.Dimension.CLUSTER_NAME;
import static io.highlands.telemetry.Dimension.DISCOVERY_NAME;
import static io.highlands.telemetry.Dimension.SERVICE_NAME;
import static io.highlands.telemetry.Dimension.TARGET_DISCOVERY_NAME;

/**
 * What the Service Connect proxies publish, every minute (Amazon ECS developer guide, available-metrics). Two sides:
 * the server's proxy, by {@link Dimension#DISCOVERY_NAME} and the server's {@link Dimension#SERVICE_NAME}; and the
 * callers' proxies, by {@link Dimension#TARGET_DISCOVERY_NAME} and the <em>caller's</em> {@link Dimension#SERVICE_NAME}.
 * Each is published by the discovery name alone too, which would mix environments, so those sets are not here.
 */
public final class MeshMetrics {

    /** Requests that the server's proxy let in. */
    public static final Metric REQUEST_COUNT = inbound("RequestCount", Unit.COUNT, Kind.COUNTER,
            "requests that the server's proxy answered, from the mesh and the load balancer; Sum");

    /** Open connections. */
    public static final Metric ACTIVE_CONNECTIONS = inbound("ActiveConnectionCount", Unit.COUNT, Kind.COUNTER,
            "connections open to the server's proxy; Sum over its tasks, Average per task");

    /** New connections. */
    public static final Metric NEW_CONNECTIONS = inbound("NewConnectionCount", Unit.COUNT, Kind.COUNTER,
            "new connections to the server's proxy; Sum");

    /** Bytes in. */
    public static final Metric PROCESSED_BYTES = inbound("ProcessedBytes", Unit.BYTES, Kind.COUNTER,
            "bytes that the server's proxy processed; Sum");

    /** TLS handshakes that the caller's side spoiled. */
    public static final Metric CLIENT_TLS_ERRORS = inbound("ClientTLSNegotiationErrorCount", Unit.COUNT, Kind.COUNTER,
            "TLS handshakes that callers failed; Sum; only with TLS in the mesh");

    /** Answers of the target, 2xx. */
    public static final Metric TARGET_2XX = outbound("HTTPCode_Target_2XX_Count", Unit.COUNT, Kind.COUNTER,
            "answers from 200 to 299 that the target made, one per attempt; Sum");

    /** Answers of the target, 3xx. */
    public static final Metric TARGET_3XX = outbound("HTTPCode_Target_3XX_Count", Unit.COUNT, Kind.COUNTER,
            "answers from 300 to 399 that the target made, one per attempt; Sum");

    /** Answers of the target, 4xx. */
    public static final Metric TARGET_4XX = outbound("HTTPCode_Target_4XX_Count", Unit.COUNT, Kind.COUNTER,
            "answers from 400 to 499 that the target made, one per attempt; Sum");

    /** Answers of the target, 5xx. */
    public static final Metric TARGET_5XX = outbound("HTTPCode_Target_5XX_Count", Unit.COUNT, Kind.COUNTER,
            "answers from 500 to 599 that the target made, one per attempt; Sum. The proxy's own 503 and 504 are "
                    + "not among them");

    /** Time of the target. */
    public static final Metric TARGET_RESPONSE_TIME = outbound("TargetResponseTime", Unit.MILLISECONDS,
            Kind.DISTRIBUTION, "time the target took, seen by the caller's proxy; Average, Minimum and Maximum only");

    /** Requests per target. */
    public static final Metric REQUESTS_PER_TARGET = outbound("RequestCountPerTarget", Unit.COUNT, Kind.GAUGE,
            "requests of the caller's proxies per target; Average only");

    /** Bytes out. */
    public static final Metric TARGET_PROCESSED_BYTES = outbound("TargetProcessedBytes", Unit.BYTES, Kind.COUNTER,
            "bytes that the caller's proxies processed towards the target; Sum");

    /** TLS handshakes with the target that failed. */
    public static final Metric TARGET_TLS_ERRORS = outbound("TargetTLSNegotiationErrorCount", Unit.COUNT, Kind.COUNTER,
            "TLS handshakes with the target that failed; Sum; only with TLS in the mesh");

    private MeshMetrics() {
    }

    /** All of them, in the order of the reference page. */
    public static List<Metric> all() {
        return List.of(REQUEST_COUNT, ACTIVE_CONNECTIONS, NEW_CONNECTIONS, PROCESSED_BYTES, CLIENT_TLS_ERRORS,
                TARGET_2XX, TARGET_3XX, TARGET_4XX, TARGET_5XX, TARGET_RESPONSE_TIME, REQUESTS_PER_TARGET,
                TARGET_PROCESSED_BYTES, TARGET_TLS_ERRORS);
    }

    private static Metric inbound(String name, Unit unit, Kind kind, String meaning) {
        return Metric.of(Source.ECS, name, unit, kind, meaning, DISCOVERY_NAME, SERVICE_NAME, CLUSTER_NAME);
    }

    private static Metric outbound(String name, Unit unit, Kind kind, String meaning) {
        return Metric.of(Source.ECS, name, unit, kind, meaning, TARGET_DISCOVERY_NAME, SERVICE_NAME, CLUSTER_NAME);
    }
}
