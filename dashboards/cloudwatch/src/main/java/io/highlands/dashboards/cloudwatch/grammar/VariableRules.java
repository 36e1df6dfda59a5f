// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.Optional;

/** Rules of dashboard variables. */
final class VariableRules {

    private static final int MAX_ID = 32;
    private static final int MAX_LABEL = 30;
    private static final int MAX_SEARCH = 2048;
    private static final int MAX_VALUES = 500;

    private VariableRules() {
    }

    static void check(Member variable) {
        variable.only("type", "property", "pattern", "inputType", "id", "label", "visible", "search", "populateFrom",
                "values", "defaultValue");
        for (String name : new String[]{"type", "inputType", "id"}) {
            variable.required(name);
        }
        Optional<String> type = variable.enumerated("type", "property", "pattern");
        type.ifPresent(variable::required);
        variable.text("property");
        variable.text("pattern");
        variable.text("id", MAX_ID);
        variable.text("label", MAX_LABEL);
        variable.flag("visible");
        variable.text("search", MAX_SEARCH);
        variable.text("populateFrom");
        variable.text("defaultValue");
        variable.each("values", 1, MAX_VALUES, value -> {
            value.only("value", "label");
            value.required("value");
            value.text("value");
            value.text("label");
        });
        boolean choice = variable.enumerated("inputType", "input", "select", "radio")
                .filter(kind -> !"input".equals(kind)).isPresent();
        if (choice && !variable.has("values") && !variable.has("search")) {
            variable.fault("inputType %s needs values or search".formatted(Texts.of(variable.get("inputType"))));
        }
        if (variable.has("search") && !variable.has("populateFrom")) {
            variable.fault("search needs populateFrom");
        }
    }
}
