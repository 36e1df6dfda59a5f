// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.edge;

import java.util.List;

import io.highlands.local.edges.Edge;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;

/** Which of the page's questions AWS can answer, and with what: the names are those of the saved queries. */
final class AwsQuestions {

    private AwsQuestions() {
    }

    static Content of(Edge edge, String environment) {
        String saved = "Logs Insights, saved query highlands/" + environment + "/";
        List<Element> rows = List.of(
                row("How many requests, how slow, by caller's proxy", saved + "edges", "yes"),
                row("How many failures did the proxy make", saved + "failures by maker",
                        "yes; or the client's failures less HTTPCode_Target_5XX_Count, a lower bound"),
                row("Which requests were slow, and was it behind the proxy", saved + "slowest calls by proxy",
                        "yes: duration_ms less upstream_service_time is the proxy's part"),
                row("Where was one request", saved + "one request", "yes: paste its request id into the query"),
                row("How much is " + edge.callee() + "'s own time, how much its own calls",
                        "Datadog APM or Transaction Search, by the trace",
                        "not by CloudWatch: means of edges only, as on the mesh dashboard"),
                row("Which slow requests have a trace, and their split side by side", "–",
                        "no: access log and spans are joined only here"));
        return Html.div("card", Html.textEl("h2", "The same questions in AWS"),
                Html.table("The same questions in AWS", List.of("Question", "Where", "Answered?"), rows));
    }

    private static Element row(String question, String where, String answered) {
        return Html.row(Content.text(question), Content.text(where), Content.text(answered));
    }
}
