// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.List;

/**
 * A choice that changes all widgets of a dashboard.
 *
 * @param property whether it replaces the values of a JSON property ({@code type: property}); otherwise of a text in the
 *        body ({@code type: pattern})
 * @param target the property's name or the text that is replaced
 * @param id its name, by which a choice is given
 * @param label what stands beside the choice
 * @param input {@code input}, {@code select} or {@code radio}
 * @param defaultValue the value before anything is chosen, empty without one
 * @param choices the values to choose from; empty for {@code input} or where {@code search} finds them
 * @param search a search whose results are the choices, empty without one
 * @param populateFrom the dimension whose values the search's choices are, empty without one
 * @param visible whether it is shown
 */
public record Variable(boolean property, String target, String id, String label, String input, String defaultValue,
        List<Choice> choices, String search, String populateFrom, boolean visible) {

    /**
     * A value to choose.
     *
     * @param value the value
     * @param label what is shown for it
     */
    public record Choice(String value, String label) {}
}
