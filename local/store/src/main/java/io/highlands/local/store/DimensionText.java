// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Dimensions as one text, {@code Name=value&Other=value}, with what is special encoded as in a URL. */
final class DimensionText {

    private DimensionText() {
    }

    static String write(Map<String, String> dimensions) {
        return new TreeMap<>(dimensions).entrySet().stream()
                .map(entry -> encode(entry.getKey()) + '=' + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> read(String text) {
        Map<String, String> dimensions = new HashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            dimensions.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
        return dimensions;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
