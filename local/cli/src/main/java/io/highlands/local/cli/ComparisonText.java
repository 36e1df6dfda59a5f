// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.highlands.local.control.message.ComparedTraces;

/** What selected traces have in common, as a table with a line about what was compared. */
final class ComparisonText {

    private ComparisonText() {
    }

    static void print(ComparedTraces compared, PrintWriter out) {
        if (!compared.attributes().isEmpty()) {
            Table table = new Table("ATTRIBUTE", "VALUE", heading(compared.selection()), "OTHERS");
            compared.attributes().forEach(attribute -> table.row(attribute.key(), attribute.value(),
                    attribute.selected() + " of " + compared.selected(),
                    attribute.others() + " of " + compared.others()));
            table.print(out);
        }
        out.printf(Locale.ROOT, "%s: %s, %s, from %s to %s%s%n", compared.selection(),
                count(compared.selected(), "trace", "traces"), count(compared.others(), "other", "others"),
                second(compared.from()), second(compared.to()), bounds(compared));
        if (compared.attributes().isEmpty()) {
            out.println(reason(compared));
        }
    }

    private static String heading(String selection) {
        return selection.startsWith("duration") ? "SELECTED" : selection.toUpperCase(Locale.ROOT);
    }

    /** Why there is no table. */
    private static String reason(ComparedTraces compared) {
        if (compared.selected() == 0) {
            return "No trace is " + (compared.selection().startsWith("duration")
                    ? "of this duration"
                    : compared.selection()) + ", so there is nothing to compare.";
        }
        return compared.others() == 0
                ? "There is no other trace to compare them with; give a longer --since, or fewer terms."
                : "They have nothing in common by more than chance.";
    }

    private static String bounds(ComparedTraces compared) {
        String unread = compared.unread() == 0
                ? ""
                : "; " + compared.unread() + " more were too large, beyond 20,000 spans or 24 MiB, or not read in time";
        return compared.isComplete() ? unread : ", the newest that were found; older ones are not compared" + unread;
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String second(String time) {
        return Instant.parse(time).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
