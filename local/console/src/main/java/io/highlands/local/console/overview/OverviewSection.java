// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.console.alarm.AlarmList;
import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.Routes;
import io.highlands.local.console.web.Section;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.html.Content;
import io.highlands.local.html.Html;
import io.highlands.local.mesh.MeshSnapshot;
import io.highlands.local.store.StoreUsage;

/** The first page. */
public final class OverviewSection implements Section, AutoCloseable {

    private final Supplier<ClusterSnapshot> cluster;

    private final AlarmList alarms;

    private final Supplier<StoreUsage> store;

    private final Readings readings;

    /**
     * Makes the section, and begins to read counters.
     *
     * @param cluster what runs now
     * @param mesh the mesh's counters
     * @param balancer the load balancer's counters
     * @param alarms the alarms in short
     * @param store what of the telemetry is kept, and what is lost
     * @param clock what time it is
     */
    public OverviewSection(Supplier<ClusterSnapshot> cluster, Supplier<MeshSnapshot> mesh,
            Supplier<BalancerSnapshot> balancer, AlarmList alarms, Supplier<StoreUsage> store, Clock clock) {
        this.cluster = cluster;
        this.alarms = alarms;
        this.store = store;
        this.readings = new Readings(mesh, balancer, clock);
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("Overview", "/"));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/",
                request -> Answer.page("Overview", Html.div("", content(request.now())).attr("hx-get", "/overview")
                        .attr("hx-trigger", "tick from:body")));
        routes.get("/overview", request -> Answer.fragment(content(request.now())));
    }

    private Content content(Instant now) {
        ClusterSnapshot running = cluster.get();
        Traffic traffic = readings.traffic();
        List<EdgeTraffic> edges = traffic.edges(running);
        List<String> names = running.services().stream().map(ServiceSnapshot::name).toList();
        Content map = new MapDrawing(new MapLayout(names, edges))
                .draw(new ServiceNodes(running, edges, alarms::firing).nodes(), edges);
        return Html.div("columns wide-left",
                Html.div("", Html.div("card", map), OverviewTables.edges(edges, traffic.time())),
                Html.div("", Html.div("card", Html.el("h2", Html.link("/alarms", "Alarms")), alarms.strip(now)),
                        OverviewTables.services(running, now), TelemetryCard.of(store.get()),
                        OverviewTables.events(running, now)));
    }

    @Override
    public void close() {
        readings.close();
    }
}
