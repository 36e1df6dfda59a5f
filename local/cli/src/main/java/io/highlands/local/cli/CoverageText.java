// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.List;

import io.highlands.local.control.message.CoverageEntry;
import io.highlands.local.template.Coverage;

/** What of the templates acts here, as a person reads it: one line for what is alike. */
final class CoverageText {

    private CoverageText() {
    }

    static void print(List<CoverageEntry> coverage, PrintWriter out) {
        List<Coverage.Entry> entries = coverage.stream().map(entry -> new Coverage.Entry(entry.stack(),
                entry.logicalId(), entry.type(), entry.property(), Coverage.Status.valueOf(entry.status().name()),
                entry.note())).toList();
        new Coverage(entries).summary().forEach(out::println);
    }
}
