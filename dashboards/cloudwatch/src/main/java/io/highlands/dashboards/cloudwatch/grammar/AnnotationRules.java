// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.List;

/** Rules of the annotations of metric widgets. */
final class AnnotationRules {

    static final String COLOR = "#[0-9a-fA-F]{6}";
    static final String COLORS = "are colours as #1f77b4";
    private static final int BAND = 2;

    private AnnotationRules() {
    }

    /** Returns whether they name an alarm. */
    static boolean check(Member annotations) {
        annotations.only("alarms", "horizontal", "vertical");
        annotations.eachText("alarms", 1, 1);
        if (annotations.has("alarms") && (annotations.has("horizontal") || annotations.has("vertical"))) {
            annotations.fault("alarms and lines exclude each other");
        }
        lines(annotations, "horizontal");
        lines(annotations, "vertical");
        return annotations.has("alarms");
    }

    private static void lines(Member annotations, String name) {
        int index = 0;
        for (Object entry : annotations.list(name, 0, Integer.MAX_VALUE)) {
            String where = "%s[%d]".formatted(name, index++);
            if (!(entry instanceof List<?> band)) {
                line(annotations, name, where, entry);
                continue;
            }
            if (band.size() != BAND) {
                annotations.fault("%s has %d lines, allowed are two for a band".formatted(where, band.size()));
            }
            band.forEach(line -> line(annotations, name, where, line));
        }
    }

    private static void line(Member annotations, String name, String where, Object entry) {
        Member line = annotations.part(where, entry);
        line.text("label");
        line.flag("visible");
        line.matching("color", COLOR, COLORS);
        line.required("value");
        if ("horizontal".equals(name)) {
            line.only("value", "label", "color", "fill", "yAxis", "visible");
            line.number("value");
            line.enumerated("fill", "above", "below", "none");
            line.enumerated("yAxis", "left", "right");
            return;
        }
        line.only("value", "label", "color", "fill", "visible");
        line.enumerated("fill", "before", "after", "none");
        line.text("value").filter(text -> !TimeRules.isMoment(text))
                .ifPresent(wrong -> line.fault("value", "are moments as 2026-01-05T12:00:00.000Z"));
    }
}
