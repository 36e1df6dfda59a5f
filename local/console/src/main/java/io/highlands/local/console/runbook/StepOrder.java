// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.util.List;

/**
 * Steps of a page that are to run.
 *
 * @param kind the page's name
 * @param alarm name of the alarm whose services the page's variables name; empty for none
 * @param steps names of the steps, in order
 * @param confirmed whether somebody saw the commands and confirmed them; without it, a step that changes something is refused
 */
public record StepOrder(String kind, String alarm, List<String> steps, boolean confirmed) {

    public StepOrder {
        steps = List.copyOf(steps);
    }
}
