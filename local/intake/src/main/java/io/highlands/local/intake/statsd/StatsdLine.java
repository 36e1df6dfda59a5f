// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.statsd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a line: {@code name:value[:value…]|type[|@rate][|#tag[:value],…]}; other parts are gone over. */
final class StatsdLine {

    private StatsdLine() {
    }

    /** Its samples; none for an event, a service check, a set, or what cannot be read. */
    static List<StatsdSample> samples(String line) {
        String[] parts = line.split("\\|", -1);
        int colon = parts[0].indexOf(':');
        if (parts.length < 2 || colon <= 0 || parts[0].startsWith("_")) {
            return List.of();
        }
        StatsdSample.Type type = type(parts[1]);
        if (type == null) {
            return List.of();
        }
        try {
            return samples(parts, colon, type);
        } catch (NumberFormatException e) {
            return List.of();
        }
    }

    private static List<StatsdSample> samples(String[] parts, int colon, StatsdSample.Type type) {
        double rate = 1;
        Map<String, String> tags = Map.of();
        for (int i = 2; i < parts.length; i++) {
            if (parts[i].startsWith("@")) {
                rate = Double.parseDouble(parts[i].substring(1));
            } else if (parts[i].startsWith("#")) {
                tags = tags(parts[i].substring(1));
            }
        }
        if (!(rate > 0 && rate <= 1)) {
            return List.of();
        }
        List<StatsdSample> samples = new ArrayList<>();
        for (String value : parts[0].substring(colon + 1).split(":", -1)) {
            double number = Double.parseDouble(value);
            if (!Double.isFinite(number)) {
                return List.of();
            }
            samples.add(new StatsdSample(parts[0].substring(0, colon), number, type, rate, tags));
        }
        return samples;
    }

    private static StatsdSample.Type type(String type) {
        return switch (type) {
            case "g" -> StatsdSample.Type.GAUGE;
            case "c" -> StatsdSample.Type.COUNT;
            case "h", "d", "ms" -> StatsdSample.Type.DISTRIBUTION;
            default -> null;
        };
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : text.split(",")) {
            int colon = tag.indexOf(':');
            tags.put(colon < 0 ? tag : tag.substring(0, colon), colon < 0 ? "" : tag.substring(colon + 1));
        }
        return tags;
    }
}
