// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

import java.util.Map;

import io.highlands.dashboards.cloudwatch.measure.Numbers;

/**
 * A line across a tile.
 *
 * @param value
 *            where
 * @param label
 *            what it says
 * @param display
 *            Datadog's name of its look
 */
record Marker(double value, String label, String display) {

    /** Where a monitor pages. */
    static Marker page(double value) {
        return new Marker(value, "page: " + Numbers.plain(value), "error dashed");
    }

    /** Where a monitor writes a ticket. */
    static Marker ticket(double value) {
        return new Marker(value, "ticket: " + Numbers.plain(value), "warning dashed");
    }

    /** Where something only ends. */
    static Marker limit(double value, String what) {
        return new Marker(value, what + ": " + Numbers.plain(value), "info dashed");
    }

    Map<String, Object> json() {
        return Json.object("value", "y = " + Numbers.plain(value), "label", label, "display_type", display);
    }
}
