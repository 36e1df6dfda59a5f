// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.ArrayList;
import java.util.List;

/** What was found to be wrong. */
final class Faults {

    private final List<String> found = new ArrayList<>();

    void add(String where, String what) {
        found.add(where + ": " + what);
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
