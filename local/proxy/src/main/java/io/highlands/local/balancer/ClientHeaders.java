// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;

/** The headers in which an application load balancer tells its targets about the client. */
final class ClientHeaders {

    static final HttpString FORWARDED_FOR = new HttpString("X-Forwarded-For");
    static final HttpString FORWARDED_PROTO = new HttpString("X-Forwarded-Proto");
    static final HttpString FORWARDED_PORT = new HttpString("X-Forwarded-Port");
    static final HttpString TRACE_ID = new HttpString("X-Amzn-Trace-Id");

    private ClientHeaders() {
    }

    static void add(HeaderMap headers, String clientAddress, int listenerPort, long epochSeconds) {
        headers.put(FORWARDED_FOR, appended(headers.get(FORWARDED_FOR), clientAddress));
        headers.put(FORWARDED_PROTO, "http");
        headers.put(FORWARDED_PORT, listenerPort);
        headers.put(TRACE_ID, traceId(headers.getFirst(TRACE_ID), epochSeconds));
    }

    /** {@return whether a header field was dropped because its name is not valid in the load balancer's eyes} */
    static boolean dropInvalid(HeaderMap headers) {
        List<HttpString> invalid = new ArrayList<>();
        for (HttpString name : headers.getHeaderNames()) {
            if (!valid(name)) {
                invalid.add(name);
            }
        }
        invalid.forEach(headers::remove);
        return !invalid.isEmpty();
    }

    private static boolean valid(HttpString name) {
        for (int i = 0; i < name.length(); i++) {
            int letter = name.byteAt(i);
            boolean allowed = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= '9' || letter == '-';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    /** A list may stand on several lines (RFC 9110, 5.3). */
    private static String appended(HeaderValues lines, String address) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; lines != null && i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                list.append(lines.get(i)).append(", ");
            }
        }
        return list.append(address).toString();
    }

    private static String traceId(String given, long epochSeconds) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String id = "1-" + hex(epochSeconds, 8) + "-" + hex(random.nextLong(), 12) + hex(random.nextLong(), 12);
        if (given == null || given.isBlank()) {
            return "Root=" + id;
        }
        return given.contains("Root=") ? "Self=" + id + ";" + given : "Root=" + id + ";" + given;
    }

    private static String hex(long value, int digits) {
        String text = String.format("%016x", value);
        return text.substring(text.length() - digits);
    }
}
