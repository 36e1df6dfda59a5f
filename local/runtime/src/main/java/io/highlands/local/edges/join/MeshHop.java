// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What one proxy of the mesh wrote of one request in its access log, in whole milliseconds.
 *
 * @param service the service whose proxy it is
 * @param outgoing whether the service made the request; otherwise it received it
 * @param authority the Host header, for example {@code service-a:8080}
 * @param status the status that the proxy answered with
 * @param startNanos when it began, in nanoseconds since 1970
 * @param durationNanos how long it took
 * @param fields all that the line holds
 */
public record MeshHop(String service, boolean outgoing, String authority, int status, long startNanos,
        long durationNanos,
        Map<String, String> fields) {

    /**
     * Reads a line.
     *
     * @param log whose line it is
     * @param others the logs of all services
     * @param fields the line's fields
     * @return the hop; empty when this is no line of an access log
     */
    public static Optional<MeshHop> read(MeshLog log, Iterable<MeshLog> others, Map<String, String> fields) {
        if (!fields.containsKey("start_time") || !fields.containsKey("duration_ms")) {
            return Optional.empty();
        }
        String authority = fields.getOrDefault("authority", "");
        String host = host(authority);
        boolean outgoing = false;
        for (MeshLog other : others) {
            outgoing |= !other.service().equals(log.service()) && other.names().contains(host)
                    && !log.names().contains(host);
        }
        try {
            Instant start = Instant.parse(fields.get("start_time"));
            return Optional.of(new MeshHop(log.service(), outgoing, authority,
                    Integer.parseInt(fields.getOrDefault("response_code", "0")),
                    TimeUnit.SECONDS.toNanos(start.getEpochSecond()) + start.getNano(),
                    TimeUnit.MILLISECONDS.toNanos(Long.parseLong(fields.get("duration_ms"))), fields));
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static String host(String authority) {
        int port = authority.lastIndexOf(':');
        return port < 0 ? authority : authority.substring(0, port);
    }

    public String host() {
        return host(authority);
    }

    public String method() {
        return fields.getOrDefault("method", "");
    }

    public String path() {
        return fields.getOrDefault("path", "");
    }

    public long endNanos() {
        return startNanos + durationNanos;
    }

    /** Time until the first byte of the answer; empty when none came, so that the proxy answered by itself. */
    public Optional<String> upstreamMillis() {
        return Optional.ofNullable(fields.get("upstream_service_time")).filter(time -> !time.equals("null"));
    }
}
