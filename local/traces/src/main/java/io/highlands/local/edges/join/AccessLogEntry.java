// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * One entry of the access log of a proxy of the mesh, which knows whole milliseconds. At the caller's proxy one entry stands
 * for all attempts of a request; at the callee's proxy each attempt has its own.
 *
 * @param service the service whose proxy wrote it
 * @param outgoing whether the service made the request; otherwise it received it
 * @param requestId the mesh's x-request-id; empty when the entry has none
 * @param authority the Host header, for example {@code service-a:8080}
 * @param method the HTTP method; empty when the entry has none
 * @param path the path; empty when the entry has none
 * @param status the status of the response; 0 when the client left before
 * @param startNanos when the request began, in nanoseconds since 1970, by the clock of the proxy's host
 * @param durationNanos how long it took
 * @param upstreamMillis time until the first byte of the next hop's response, of the last attempt; empty when there was none:
 *            the proxy made the response itself
 * @param fields all fields of the entry by their names
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-envoy-access-logs.html">Access
 *      logs of Service Connect</a>
 */
public record AccessLogEntry(String service, boolean outgoing, String requestId, String authority, String method,
        String path, int status, long startNanos, long durationNanos, OptionalDouble upstreamMillis,
        Map<String, String> fields) {

    private static final long SECOND = 1_000_000_000;

    private static final double NANOS = 1_000_000;

    /** Keeps the fields as they are now, in their order. */
    public AccessLogEntry {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Reads an entry.
     *
     * @param service whose proxy wrote it
     * @param outgoing whether the service made the request
     * @param fields its fields; {@code null} as a text is an absent one
     * @return the entry; empty when this is no entry of an access log
     */
    public static Optional<AccessLogEntry> read(String service, boolean outgoing, Map<String, String> fields) {
        if (!fields.containsKey("start_time") || !fields.containsKey("duration_ms")) {
            return Optional.empty();
        }
        try {
            Instant start = Instant.parse(fields.get("start_time"));
            String upstream = text(fields, "upstream_service_time");
            return Optional.of(new AccessLogEntry(service, outgoing, text(fields, "request_id"),
                    text(fields, "authority"), text(fields, "method"), text(fields, "path"),
                    Integer.parseInt(fields.getOrDefault("response_code", "0")),
                    TimeUnit.SECONDS.toNanos(start.getEpochSecond()) + start.getNano(),
                    TimeUnit.MILLISECONDS.toNanos(Long.parseLong(fields.get("duration_ms"))),
                    upstream.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(upstream)),
                    fields));
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        return value.equals("null") ? "" : value;
    }

    /** {@return the name that was called, without the port} */
    public String host() {
        return host(authority);
    }

    /** A name without its port. */
    static String host(String authority) {
        int port = authority.lastIndexOf(':');
        return port < 0 ? authority : authority.substring(0, port);
    }

    /** {@return when the request ended, in nanoseconds since 1970} */
    public long endNanos() {
        return startNanos + durationNanos;
    }

    /** {@return when the request ended} */
    public Instant ended() {
        return Instant.ofEpochSecond(Math.floorDiv(endNanos(), SECOND), Math.floorMod(endNanos(), SECOND));
    }

    /** {@return how long the request took, in milliseconds} */
    public double millis() {
        return durationNanos / NANOS;
    }

    /** {@return whether the request failed for its caller: a 5xx, or no response} */
    public boolean failed() {
        return status == 0 || status >= 500;
    }

    /** {@return whether the next hop responded; otherwise this proxy made the response} */
    public boolean answered() {
        return upstreamMillis.isPresent();
    }
}
