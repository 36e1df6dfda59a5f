// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.List;
import java.util.regex.Pattern;

/** Ids that an expression of metric math uses: functions and keywords are upper case, ids begin with lower case. */
final class Identifiers {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern ID = Pattern.compile("\\b[a-z][A-Za-z0-9_]*\\b");

    private Identifiers() {
    }

    static List<String> of(String expression) {
        return ID.matcher(QUOTED.matcher(expression).replaceAll("")).results().map(found -> found.group()).distinct()
                .toList();
    }
}
