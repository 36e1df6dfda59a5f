// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.List;
import java.util.stream.Stream;

/**
 * Panels that answer one question, under the question. Widgets have no description of their own in CloudWatch, so a
 * sentence per row says how to read them.
 *
 * @param panels
 *            the heading and what is below it, from left to right
 */
record Row(List<Panel> panels) {

    Row {
        panels = List.copyOf(panels);
    }

    static Row of(String heading, String sentence, List<Panel> panels) {
        return new Row(Stream.concat(
                Stream.of(Panels.text(Grid.HEADING, "## %s\n%s".formatted(heading, sentence))),
                panels.stream()).toList());
    }

    static Row of(String heading, String sentence, Panel... panels) {
        return of(heading, sentence, List.of(panels));
    }
}
