// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/** The headers that the proxy adds, as Envoy spells them. */
final class MeshHeaders {

    static final HttpString REQUEST_ID = new HttpString("x-request-id");
    static final HttpString FORWARDED_PROTO = new HttpString("x-forwarded-proto");
    static final HttpString FORWARDED_FOR = new HttpString("x-forwarded-for");
    static final HttpString EXPECTED_TIMEOUT = new HttpString("x-envoy-expected-rq-timeout-ms");

    /** On an answer: how long the upstream took. An answer without it was made by a proxy, not by the service. */
    static final HttpString SERVICE_TIME = new HttpString("x-envoy-upstream-service-time");

    private static final String ENVOY = "x-envoy-";

    private MeshHeaders() {
    }

    /**
     * Sets what the next proxy or the service sees.
     *
     * @param trusted whether a request id that came with the request is kept
     * @return the request's id
     */
    static String prepare(HeaderMap request, Timeouts timeouts, boolean trusted) {
        removeEnvoys(request);
        String id = trusted ? request.getFirst(REQUEST_ID) : null;
        if (id == null || id.isEmpty()) {
            id = newId();
            request.put(REQUEST_ID, id);
        }
        if (!request.contains(FORWARDED_PROTO)) {
            request.put(FORWARDED_PROTO, "http");
        }
        if (!timeouts.perRequest().isZero()) {
            request.put(EXPECTED_TIMEOUT, timeouts.perRequest().toMillis());
        }
        return id;
    }

    /** Sets what the client sees. */
    static void answer(HeaderMap answer, long upstreamNanos) {
        answer.put(SERVICE_TIME, TimeUnit.NANOSECONDS.toMillis(upstreamNanos));
        answer.put(Headers.SERVER, "envoy");
    }

    private static void removeEnvoys(HeaderMap request) {
        List<HttpString> found = null;
        for (long cookie = request.fastIterate(); cookie != -1; cookie = request.fiNext(cookie)) {
            HttpString name = request.fiCurrent(cookie).getHeaderName();
            if (name.length() > ENVOY.length() && name.toString().regionMatches(true, 0, ENVOY, 0, ENVOY.length())) {
                found = found == null ? new ArrayList<>(4) : found;
                found.add(name);
            }
        }
        if (found != null) {
            found.forEach(request::remove);
        }
    }

    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & 0xffffffffffff0fffL | 0x4000L;
        long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
