// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

/** What the control interface does, with the HTTP method and path of each. */
public enum ControlPath {

    /** Responds with a {@link io.highlands.local.control.message.PlatformStatus}. */
    STATUS("GET", "/status"),
    /** Responds with a {@link io.highlands.local.control.message.MeasuredUsage}. */
    COST("GET", "/cost"),
    /** Responds with a list of {@link io.highlands.local.control.message.CoverageEntry}. */
    COVERAGE("GET", "/coverage"),
    /**
     * Responds with a list of {@link io.highlands.local.control.message.TraceEntry}, newest first, at most 1,000: the
     * traces that began between the query's {@code from} and {@code to}, in RFC 3339.
     */
    TRACES("GET", "/traces"),
    /**
     * Responds with a {@link io.highlands.local.control.message.FoundTraces}: the newest traces of which one span fits all terms
     * of the query's {@code q}, and began less than {@code since} ago, an ISO 8601 duration.
     */
    SEARCH("GET", "/traces/search"),
    /**
     * Responds with a {@link io.highlands.local.control.message.ComparedTraces}: what of those traces the ones that the query's
     * {@code compare} selects have in common, {@code failed}, {@code slow} or terms such as {@code duration>200ms}; {@code q} and
     * {@code since} are those of a search.
     */
    COMPARE("GET", "/traces/compare"),
    /** Responds with a list of {@link io.highlands.local.control.message.SpanEntry} of the trace in the query's {@code id}. */
    TRACE("GET", "/trace"),
    /** Responds with a list of {@link io.highlands.local.control.message.AlarmEntry}. */
    ALARMS("GET", "/alarms"),
    /**
     * Responds with an {@link io.highlands.local.control.message.IncidentReport} of the window that began the query's
     * {@code since} ago, an ISO 8601 duration; where that is empty, of what the alarms in ALARM look at.
     */
    INCIDENT("GET", "/incident"),
    /** Responds with a list of {@link io.highlands.local.control.message.InjectedFault}. */
    FAULTS("GET", "/faults"),
    /** Takes a {@link io.highlands.local.control.message.FaultRequest} and responds with the injected fault. */
    INJECT("POST", "/fault"),
    /** Takes a {@link io.highlands.local.control.message.ClearRequest}. */
    CLEAR("POST", "/fault/clear"),
    /** Responds with the {@link io.highlands.local.control.message.DrillStatus} of the drill that runs; refused without one. */
    DRILL("GET", "/drill"),
    /** Takes a {@link io.highlands.local.control.message.DrillRequest}; refused while a drill runs or a fault is injected. */
    BEGIN_DRILL("POST", "/drill"),
    /** Takes nothing; ends the drill that runs with all of its faults. */
    END_DRILL("POST", "/drill/end"),
    /** Takes nothing; the platform stops after its response. */
    STOP("POST", "/stop"),
    /** Takes nothing; responds when all services are stable. */
    AWAIT_STABLE("POST", "/await-stable"),
    /** Takes a {@link io.highlands.local.control.message.RestartRequest}. */
    RESTART("POST", "/restart"),
    /** Takes a {@link io.highlands.local.control.message.RunImageRequest}; responds when the new tasks are healthy. */
    RUN_IMAGE("POST", "/image"),
    /**
     * Takes an {@link io.highlands.local.control.message.AttachRequest} and responds with
     * {@link io.highlands.local.control.message.AttachVariables}, before the process has the service's requests.
     */
    ATTACH("POST", "/attach"),
    /** Takes a {@link io.highlands.local.control.message.DetachRequest}; responds when the service's own tasks serve. */
    DETACH("POST", "/detach"),
    /** Takes a {@link io.highlands.local.control.message.ScaleRequest}. */
    SCALE("POST", "/scale"),
    /** Takes a {@link io.highlands.local.control.message.LoadRequest}. */
    LOAD("POST", "/load"),
    /** Takes a {@link io.highlands.local.control.message.LoseTaskRequest}. */
    LOSE("POST", "/lose"),
    /** Takes an {@link io.highlands.local.control.message.ApplyRequest}. */
    APPLY("POST", "/apply");

    private final String method;
    private final String path;

    ControlPath(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** {@return the HTTP method} */
    public String method() {
        return method;
    }

    /** {@return where the request goes, such as {@code /status}} */
    public String path() {
        return path;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
