// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.logging;

import java.util.HexFormat;
import java.util.Map;

/**
 * Reads the ids that a tracing agent leaves in the logging context. OpenTelemetry's are hexadecimal as they are;
 * Datadog's span ids are decimal, and so are its trace ids where they have 64 bits only.
 */
final class TraceIds {

    private static final int TRACE_DIGITS = 32;

    private TraceIds() {
    }

    static String traceId(Map<String, String> mdc) {
        String id = mdc.get("trace_id");
        if (id != null) {
            return id;
        }
        String datadog = mdc.getOrDefault("dd.trace_id", "");
        if (datadog.length() == TRACE_DIGITS) {
            return datadog;
        }
        String low = hex(datadog);
        return low.isEmpty() ? "" : "0".repeat(TRACE_DIGITS - low.length()) + low;
    }

    static String spanId(Map<String, String> mdc) {
        String id = mdc.get("span_id");
        return id == null ? hex(mdc.getOrDefault("dd.span_id", "")) : id;
    }

    private static String hex(String decimal) {
        if (decimal.isEmpty() || decimal.equals("0")) {
            return "";
        }
        try {
            return HexFormat.of().toHexDigits(Long.parseUnsignedLong(decimal));
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
