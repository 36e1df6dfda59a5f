// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.control.message.AlarmCounts;
import io.highlands.local.control.message.AlarmEntry;
import io.highlands.local.control.message.AppliedChange;
import io.highlands.local.control.message.ApplyRequest;
import io.highlands.local.control.message.AttachRequest;
import io.highlands.local.control.message.AttachVariables;
import io.highlands.local.control.message.ClearRequest;
import io.highlands.local.control.message.ClearedFaults;
import io.highlands.local.control.message.ComparedTraces;
import io.highlands.local.control.message.CoverageEntry;
import io.highlands.local.control.message.DetachRequest;
import io.highlands.local.control.message.Done;
import io.highlands.local.control.message.DrillBegun;
import io.highlands.local.control.message.DrillEvent;
import io.highlands.local.control.message.DrillRequest;
import io.highlands.local.control.message.DrillStatus;
import io.highlands.local.control.message.EdgeEntry;
import io.highlands.local.control.message.ErrorResponse;
import io.highlands.local.control.message.FaultRequest;
import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.InjectedFault;
import io.highlands.local.control.message.IntakePorts;
import io.highlands.local.control.message.LoadRequest;
import io.highlands.local.control.message.LoadStatus;
import io.highlands.local.control.message.LoseTaskRequest;
import io.highlands.local.control.message.MeasuredUsage;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.RestartRequest;
import io.highlands.local.control.message.RunImageRequest;
import io.highlands.local.control.message.ScaleRequest;
import io.highlands.local.control.message.ScoreEntry;
import io.highlands.local.control.message.ServiceAttachment;
import io.highlands.local.control.message.ServiceEntry;
import io.highlands.local.control.message.SpanEntry;
import io.highlands.local.control.message.TaskEntry;
import io.highlands.local.control.message.TelemetryUsage;
import io.highlands.local.control.message.TraceEntry;
import io.highlands.local.control.message.TracingStatus;

/** One of each request and response, with all of its components. */
final class SampleMessages {

    private static final String TASK = "0af7651916cd43dd8448eb211c80319c";

    private SampleMessages() {
    }

    static PlatformStatus status() {
        return new PlatformStatus("local", PlatformStatus.Phase.RUNNING, "starting service-a ...", 4711,
                "http://127.0.0.1:8080", 6, "http://127.0.0.1:9090", "",
                new IntakePorts(8126, 4318, 8125), List.of("service-c has no path to service-a"),
                List.of(service()), List.of(task(), stopped()), List.of(edge()), alarms(),
                telemetry(), tracing(), new LoadStatus(2, 10, 8, 2, 1, List.of("/time", "/pets/7?full=true")),
                List.of(new ServiceAttachment("service-a", 8099, ServiceAttachment.WAITING,
                        Optional.of("nothing listens on 127.0.0.1:8099 yet"), "99:1767225600000")),
                List.of(fault()),
                Optional.of(Instant.parse("2026-01-01T00:00:02.5Z")));
    }

    private static TelemetryUsage telemetry() {
        return new TelemetryUsage(1_048_576, 10, 0, 20, 1, "", List.of("Set aside slice-0-21600-0.duckdb"), 0);
    }

    private static IncidentReport incident() {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        return new IncidentReport("local", at, at.plusSeconds(60), List.of("service-c: 0 of 1 tasks run."),
                List.of(new IncidentReport.FiredAlarm("highlands-local-edge-errors", "ticket", "ALARM", at,
                        "Threshold Crossed", "edge-errors")),
                List.of(new IncidentReport.ChangedEdge("service-b", "service-c",
                        new IncidentReport.Calls(10, 5, Optional.of(12.5)),
                        new IncidentReport.Calls(0, 0, Optional.empty()),
                        "fails: too few to compare with",
                        List.of("5 of 5 failures were made by the proxy of service-b"), TASK,
                        Optional.of(new IncidentReport.ErrorLine(at, "/highlands/local/service-b", "no upstream")))),
                List.of(new IncidentReport.Moment(at, "service", "service-c",
                        "(service service-c) has started 1 tasks")),
                List.of(new IncidentReport.Note("1", at, "Rolled back")));
    }

    /** One message of each class that a request or a response consists of. */
    static List<Object> all() {
        return List.of(status(), fault(), span(), incident(),
                new AlarmEntry("highlands-local-edge-errors", "ALARM", Instant.parse("2026-01-01T00:00:00Z"),
                        "Threshold Crossed", true),
                new TraceEntry("4bf92f3577b34da6a3ce929d0e0e4736", span(), 7, 3, true),
                compared(),
                new MeasuredUsage("Highlands/local", Map.of("service-a", 15, "service-b", 16), 84, 4, 5),
                new CoverageEntry("highlands-local-base", "Vpc", "AWS::EC2::VPC", "", CoverageEntry.Status.NOT_RUN,
                        "there is one network"),
                new ClearedFaults(List.of("f1", "f2")), Done.DONE, new AppliedChange(true, List.of("service-a")),
                new ErrorResponse("no service 'x'"),
                new FaultRequest("latency service-b:service-c delay=3s", Optional.of("5m"), Optional.of("99:1")),
                new ClearRequest(Optional.of("f1")),
                new DrillRequest(List.of("zero-tasks service-c"), "99:1"), drill(), score(), begun(),
                new DrillEvent(List.of("given up"), Optional.of("give-up"), Optional.of(begun()), Optional.of(score()),
                        Optional.of("/drills/level-1-seed-5.md")),
                new ApplyRequest("/cdk.out/local", true, Map.of("service-a", 2),
                        Map.of("HIGHLANDS_DB_URL", "postgresql://me:pw@127.0.0.1/db")),
                new ScaleRequest("service-a", 3), new RestartRequest("service-a"),
                new RunImageRequest("service-a", "/a b/image"), new LoadRequest(2.5),
                new AttachRequest("service-a", 8099, "99:1"), new AttachVariables(Map.of("SERVER_PORT", "8099")),
                new DetachRequest("service-a"),
                new LoseTaskRequest(TASK));
    }

    private static ComparedTraces compared() {
        return new ComparedTraces("2026-01-01T00:00:00Z", "2026-01-01T00:30:00Z", true, 1, "failed", 6, 54,
                List.of(new ComparedTraces.CommonAttribute("http.response.status_code", "503", 6, 0)),
                List.of(new ComparedTraces.DurationCount(25_000_000, 31_500_000, 6, 6)),
                List.of(new ComparedTraces.GroupedTraces("route", List.of("service=service-b", "route=/"), 60, 6,
                        46_000_000, 46_500_000)));
    }

    private static ServiceEntry service() {
        return new ServiceEntry("service-a", 2, 1, 1, false, "IN_PROGRESS", "service-a:3",
                List.of(new ServiceEntry.Event(Instant.parse("2026-01-01T00:00:01.25Z"),
                        "(service service-a) has started 1 tasks: (task " + TASK + ").")));
    }

    private static TaskEntry task() {
        return new TaskEntry(TASK, "service-a", TaskEntry.RUNNING, "HEALTHY", "127.77.0.2", "127.77.0.3",
                Optional.of(4712L), Optional.empty(), "healthy");
    }

    private static TaskEntry stopped() {
        return new TaskEntry("b7ad6b7169203331b7ad6b7169203331", "service-a", "STOPPED", "UNKNOWN", "127.77.0.4",
                "127.77.0.5", Optional.empty(), Optional.of("Essential container in task exited"), "");
    }

    private static EdgeEntry edge() {
        return new EdgeEntry("service-b", "service-a", 100, 103, 3, 99, 1, 2, 4, 5, 6, 7, 8, 1.5);
    }

    private static AlarmCounts alarms() {
        return new AlarmCounts(51, List.of(new AlarmCounts.Firing("highlands-local-health",
                Instant.parse("2026-01-01T00:00:02Z"), "Threshold Crossed")));
    }

    private static TracingStatus tracing() {
        return new TracingStatus(true, "datadog", "opentelemetry", 12.5, 1, 2, 3, 4, 5, 6, 7, 8, 9,
                Optional.of("http://127.0.0.1:8126"), Optional.of("http://127.0.0.1:4318"));
    }

    private static InjectedFault fault() {
        return new InjectedFault("f1", "latency service-b:service-c delay=3s", "latency",
                Instant.parse("2026-01-01T00:00:03Z"), InjectedFault.INJECTED, List.of(TASK),
                Optional.of(Instant.parse("2026-01-01T00:01:03Z")), Optional.of("99:1767225600000"));
    }

    private static DrillStatus drill() {
        Instant since = Instant.parse("2026-01-01T00:00:03Z");
        return new DrillStatus(since, List.of(new DrillStatus.HiddenFault(Optional.of(since.plusSeconds(60)))));
    }

    private static ScoreEntry score() {
        return new ScoreEntry(Instant.parse("2026-01-01T00:00:03Z"), 1, 5, 85, true, Optional.of(184L), 5, 10);
    }

    private static DrillBegun begun() {
        return new DrillBegun(Instant.parse("2026-01-01T00:00:03Z"), 1, List.of("service-a", "service-b:service-a"),
                List.of("latency"), List.of("replace-tasks"), 10);
    }

    private static SpanEntry span() {
        return new SpanEntry("00f067aa0ba902b7", "", "service-b", "GET /", "SERVER", true, "OTLP", "/", 200, "",
                "8c9a", 1_767_225_600_000_000_000L, 1_500_000, "UNSET", "");
    }
}
