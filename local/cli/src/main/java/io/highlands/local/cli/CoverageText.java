// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.Coverage;

/** What of the templates acts here, as a person reads it: one line for what is alike. */
final class CoverageText {

    private CoverageText() {
    }

    static void print(JsonNode coverage, PrintWriter out) {
        List<Coverage.Entry> entries = new ArrayList<>();
        coverage.forEach(entry -> entries.add(new Coverage.Entry(entry.path("stack").asString(),
                entry.path("logicalId").asString(), entry.path("type").asString(), entry.path("property").asString(""),
                Coverage.Status.valueOf(entry.path("status").asString()), entry.path("note").asString(""))));
        new Coverage(entries).summary().forEach(out::println);
    }
}
