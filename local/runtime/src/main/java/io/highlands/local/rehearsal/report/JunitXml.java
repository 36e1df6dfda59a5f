// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.rehearsal.Result;

/** Rehearsals as JUnit writes tests: a test case per page, with its failures, a line each. */
final class JunitXml {

    private static final String SUITE = "runbooks";

    private JunitXml() {
    }

    static String of(List<Result> results) {
        Duration all = results.stream().map(Result::took).reduce(Duration.ZERO, Duration::plus);
        Element suite = Html.el("testsuite").attr("name", SUITE).attr("tests", results.size())
                .attr("failures", results.stream().filter(result -> !result.passed()).count()).attr("errors", 0)
                .attr("skipped", 0).attr("time", seconds(all));
        results.forEach(result -> suite.add(Content.text("\n  "), test(result)));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + suite.add(Content.text("\n")).html() + "\n";
    }

    private static Element test(Result result) {
        Element test = Html.el("testcase").attr("classname", SUITE).attr("name", result.page().kind())
                .attr("time", seconds(result.took()));
        return result.passed()
                ? test
                : test.add(Html.textEl("failure", String.join("\n", result.failures()))
                        .attr("message", result.failures().getFirst()));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
