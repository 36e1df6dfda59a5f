// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.highlands.local.console.edge.EdgeSection;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.DeploymentSnapshot;
import io.highlands.local.ecs.ServiceEvent;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;

/** The tables of the first page: edges, services, events. */
final class OverviewTables {

    private static final int EVENTS = 12;

    private OverviewTables() {
    }

    static Content edges(List<EdgeTraffic> edges, Duration time) {
        List<Element> rows = edges.stream().map(OverviewTables::edge).toList();
        return Html.div("card", Html.el("h2", Content.text("Edges "), Html.span("muted", "over the last "
                + Figures.duration(time))), rows.isEmpty()
                        ? Html.textEl("p", "Nothing has called anything yet.")
                                .cls("muted")
                        : Html.table("Edges", List.of("From", "To", "Requests", "Errors", "Mean latency",
                                "Retries", "Made by a proxy"), rows));
    }

    private static Element edge(EdgeTraffic edge) {
        if (edge.idle()) {
            return Html.row(name(edge.from()), callee(edge), Html.span("muted", "idle"), Content.none(),
                    Content.none(), Content.none(), Content.none());
        }
        return Html.row(name(edge.from()), callee(edge), Content.text(Figures.number(edge.perSecond()) + "/s"),
                edge.failing()
                        ? Html.badge("alarm", Figures.number(100 * edge.errorShare()) + " %")
                        : Content.text(Figures.number(100 * edge.errorShare()) + " %"),
                Content.text(Double.isNaN(edge.meanMillis()) ? "no answer" : Figures.number(edge.meanMillis()) + " ms"),
                Content.text(String.valueOf(edge.retries())), Content.text(String.valueOf(edge.proxyErrors())));
    }

    private static Content callee(EdgeTraffic edge) {
        return edge.from().isEmpty()
                ? name(edge.to())
                : Html.link(EdgeSection.address(edge.from(), edge.to()), edge.to()).attr("aria-label",
                        "Edge from " + edge.from() + " to " + edge.to());
    }

    private static Content name(String service) {
        return service.isEmpty() ? Html.span("muted", "load balancer") : Content.text(service);
    }

    static Content services(ClusterSnapshot cluster, Instant now) {
        List<Element> rows = cluster.services().stream().map(service -> service(service, now)).toList();
        return Html.div("card", Html.textEl("h2", "Services"),
                Html.table("Services", List.of("Service", "Tasks", "Deployment", "Since"), rows));
    }

    private static Element service(ServiceSnapshot service, Instant now) {
        Content tasks = Content.text(service.running() + " of " + service.desired()
                + (service.pending() > 0 ? ", " + service.pending() + " starting" : ""));
        if (service.deployments().isEmpty()) {
            return Html.row(Content.text(service.name()), tasks, Content.none(), Content.none());
        }
        DeploymentSnapshot deployment = service.deployments().getFirst();
        Content state = switch (deployment.rolloutState()) {
            case COMPLETED -> Html.badge("ok", "completed");
            case IN_PROGRESS -> Html.badge("warn", "in progress");
            case FAILED -> Html.badge("alarm", "failed");
        };
        return Html.row(Content.text(service.name()), tasks, state,
                Content.text(Figures.duration(Duration.between(deployment.createdAt(), now))));
    }

    static Content events(ClusterSnapshot cluster, Instant now) {
        List<Element> rows = cluster.services().stream()
                .flatMap(service -> service.events().stream().map(event -> Map.entry(service.name(), event)))
                .sorted(Comparator.comparing((Map.Entry<String, ServiceEvent> event) -> event.getValue().at())
                        .reversed())
                .limit(EVENTS).map(event -> Html.row(Html.el("span", Figures.time(event.getValue().at(), now))
                        .cls("mono fit"), Content.text(event.getValue().message())))
                .toList();
        return Html.div("card", Html.textEl("h2", "Events"), rows.isEmpty()
                ? Html.textEl("p", "Nothing has happened yet.").cls("muted")
                : Html.table("Events", List.of("Time (UTC)", "What"), rows));
    }
}
