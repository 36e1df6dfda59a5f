// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.CfnDashboard;
import software.constructs.Construct;

import io.highlands.dashboards.cloudwatch.BoardAlarm;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.grammar.DashboardGrammar;

/** All boards of an environment: overview, mesh, one per service, telemetry. */
public final class Boards extends Construct {

    /**
     * Adds the boards to the stack.
     *
     * @param scope
     *            what they belong to
     * @param id
     *            name among its siblings
     * @param platform
     *            what they show
     * @param alarms
     *            the alarms that watch it
     * @throws IllegalStateException
     *             where a body breaks the grammar of dashboards, which CloudWatch would answer with an empty panel
     */
    public Boards(Construct scope, String id, MonitoredPlatform platform, List<BoardAlarm> alarms) {
        super(scope, id);
        for (Board board : all(platform, alarms)) {
            String name = board.name();
            CfnDashboard.Builder.create(this, name.substring(name.indexOf('-', "highlands-".length()) + 1))
                    .dashboardName(name).dashboardBody(Stack.of(this).toJsonString(checked(board))).build();
        }
    }

    static List<Board> all(MonitoredPlatform platform, List<BoardAlarm> alarms) {
        var context = new BoardContext(platform, alarms);
        List<Board> boards = new ArrayList<>();
        boards.add(new OverviewBoard(context).create());
        boards.add(new MeshBoard(context).create());
        context.platform().services().forEach(service -> boards.add(new ServiceBoard(context, service).create()));
        boards.add(new TelemetryBoard(context).create());
        return boards;
    }

    private static Object checked(Board board) {
        var body = board.body();
        List<String> faults = DashboardGrammar.check(body);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(board.name() + ": " + String.join("; ", faults));
        }
        return body;
    }
}
