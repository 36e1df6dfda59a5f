// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.List;
import java.util.Optional;

/**
 * By what the last {@code stats} of a query gathers events.
 *
 * @param names the columns of its groups
 * @param timeField the one that holds the starts of periods, if there is one
 * @param binSeconds the length of those periods, 0 without them
 */
record Grouping(List<String> names, Optional<String> timeField, int binSeconds) {

    /** The same where only some columns are shown. */
    Grouping within(List<String> columns) {
        return new Grouping(names.stream().filter(columns::contains).toList(), timeField.filter(columns::contains),
                binSeconds);
    }
}
