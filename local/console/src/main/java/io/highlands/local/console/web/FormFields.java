// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields of a form as a browser sends it (WHATWG URL, 5.1: application/x-www-form-urlencoded). */
final class FormFields {

    private static final int MAX_FIELDS = 200;

    private final Map<String, String> values = new TreeMap<>();

    /**
     * Reads the body of a form; a field that cannot be read, or comes after 200 others, is none.
     *
     * @param body the body
     */
    FormFields(byte[] body) {
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", MAX_FIELDS + 1)) {
            if (values.size() < MAX_FIELDS) {
                int is = pair.indexOf('=');
                put(is < 0 ? pair : pair.substring(0, is), is < 0 ? "" : pair.substring(is + 1));
            }
        }
    }

    private void put(String name, String value) {
        try {
            values.putIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8),
                    URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException badlyEncoded) {
            // The field is missing, which the action says.
        }
    }

    /** {@return the first value of a field} */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
