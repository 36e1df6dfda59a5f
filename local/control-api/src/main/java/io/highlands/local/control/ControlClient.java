// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import io.highlands.local.control.message.DrillRequest;
import io.highlands.local.control.message.DrillStatus;
import io.highlands.local.control.message.FaultRequest;
import io.highlands.local.control.message.FoundTraces;
import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.InjectedFault;
import io.highlands.local.control.message.LoadRequest;
import io.highlands.local.control.message.LoseTaskRequest;
import io.highlands.local.control.message.MeasuredUsage;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.RestartRequest;
import io.highlands.local.control.message.RunImageRequest;
import io.highlands.local.control.message.ScaleRequest;
import io.highlands.local.control.message.SpanEntry;
import io.highlands.local.control.message.TraceEntry;

/**
 * Sends requests to the running platform. Each method throws a {@link ControlException}: with the platform's own line when
 * it refuses, or with one that says that it did not respond or is of another version than this command.
 */
public final class ControlClient {

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private final ControlFile file;
    private final ControlConnection connection;

    private ControlClient(ControlFile file) {
        this.file = file;
        this.connection = new ControlConnection(file);
    }

    /**
     * Finds the running process.
     *
     * @param folder the state folder
     * @return a client, or nothing when no process runs
     */
    public static Optional<ControlClient> find(StateFolder folder) {
        return ControlFile.read(folder)
                .filter(file -> ProcessHandle.of(file.pid()).map(ProcessHandle::isAlive).orElse(false))
                .map(ControlClient::new)
                .filter(client -> client.connection.responds(READ_TIMEOUT));
    }

    /** {@return the name of the environment that runs} */
    public String environment() {
        return file.environment();
    }

    /** {@return the process id of the running platform} */
    public long pid() {
        return file.pid();
    }

    /** {@return what runs, and how it fares} */
    public PlatformStatus status() {
        return connection.get(ControlPath.STATUS, "", READ_TIMEOUT).as(PlatformStatus.class);
    }

    /** {@return what AWS would bill of its telemetry} */
    public MeasuredUsage cost() {
        return connection.get(ControlPath.COST, "", READ_TIMEOUT).as(MeasuredUsage.class);
    }

    /** {@return how each resource and property of the templates is treated} */
    public List<CoverageEntry> coverage() {
        return connection.get(ControlPath.COVERAGE, "", READ_TIMEOUT).asList(CoverageEntry.class);
    }

    /** {@return all alarms, in no order} */
    public List<AlarmEntry> alarms() {
        return connection.get(ControlPath.ALARMS, "", READ_TIMEOUT).asList(AlarmEntry.class);
    }

    /**
     * {@return what changed in a window against the period before it}
     *
     * @param since how long ago the window began; empty for what the alarms in ALARM look at
     */
    public IncidentReport incident(Optional<Duration> since) {
        return connection.get(ControlPath.INCIDENT, "?since=" + since.map(Duration::toString).orElse(""), READ_TIMEOUT)
                .as(IncidentReport.class);
    }

    /**
     * {@return the traces that began in a window, newest first, at most 1,000}
     *
     * @param from its first moment
     * @param to its end, exclusive
     */
    public List<TraceEntry> traces(Instant from, Instant to) {
        return connection.get(ControlPath.TRACES, "?from=" + from + "&to=" + to, READ_TIMEOUT)
                .asList(TraceEntry.class);
    }

    /**
     * {@return the traces that a search finds, newest first}
     *
     * @param search the terms, which one span must fit
     * @param since how long ago the span may have begun at most
     */
    public FoundTraces search(String search, Duration since) {
        return connection.get(ControlPath.SEARCH, "?since=" + since + "&q=" + ControlConnection.encoded(search),
                READ_TIMEOUT).as(FoundTraces.class);
    }

    /**
     * {@return what some of the traces that a search finds have in common}
     *
     * @param search the terms; none for the first span of each trace
     * @param since how long ago the span may have begun at most
     * @param selection which: {@code failed}, {@code slow}, or terms such as {@code duration>200ms}
     */
    public ComparedTraces compare(String search, Duration since, String selection) {
        return connection.get(ControlPath.COMPARE, "?since=" + since + "&q=" + ControlConnection.encoded(search)
                + "&compare=" + ControlConnection.encoded(selection), READ_TIMEOUT).as(ComparedTraces.class);
    }

    /** {@return the spans of the trace with an id of 32 hexadecimal digits, by start; none for an unknown one} */
    public List<SpanEntry> trace(String id) {
        return connection.get(ControlPath.TRACE, "?id=" + ControlConnection.encoded(id), READ_TIMEOUT)
                .asList(SpanEntry.class);
    }

    /** {@return the faults that are injected now} */
    public List<InjectedFault> faults() {
        return connection.get(ControlPath.FAULTS, "", READ_TIMEOUT).asList(InjectedFault.class);
    }

    /**
     * {@return the fault that was injected, with its id}
     *
     * @param fault the fault
     * @param timeout how long it may take
     */
    public InjectedFault inject(FaultRequest fault, Duration timeout) {
        return connection.post(ControlPath.INJECT, fault, timeout).as(InjectedFault.class);
    }

    /**
     * {@return the ids of the faults that were cleared}
     *
     * @param id which one; all when empty
     * @param timeout how long it may take
     */
    public List<String> clear(Optional<String> id, Duration timeout) {
        return connection.post(ControlPath.CLEAR, new ClearRequest(id), timeout).as(ClearedFaults.class).cleared();
    }

    /** {@return the drill that runs} */
    public DrillStatus drill() {
        return connection.get(ControlPath.DRILL, "", READ_TIMEOUT).as(DrillStatus.class);
    }

    /**
     * {@return the drill that began: faults that no list names, held together}
     *
     * @param drill its faults
     * @param timeout how long it may take
     */
    public DrillStatus beginDrill(DrillRequest drill, Duration timeout) {
        return connection.post(ControlPath.BEGIN_DRILL, drill, timeout).as(DrillStatus.class);
    }

    /**
     * {@return the drill that ran, which is ended with its faults}
     *
     * @param timeout how long it may take
     */
    public DrillStatus endDrill(Duration timeout) {
        return connection.post(ControlPath.END_DRILL, timeout).as(DrillStatus.class);
    }

    /**
     * Stops the platform, of whatever version it is. Its end must be awaited.
     *
     * @param timeout how long its response may take
     */
    public void stop(Duration timeout) {
        connection.post(ControlPath.STOP, timeout);
    }

    /**
     * Waits until all services are stable.
     *
     * @param timeout how long it may take
     */
    public void awaitStable(Duration timeout) {
        connection.post(ControlPath.AWAIT_STABLE, timeout).as(Done.class);
    }

    /**
     * Replaces all tasks of a service.
     *
     * @param service the service
     * @param timeout how long it may take
     */
    public void restart(String service, Duration timeout) {
        connection.post(ControlPath.RESTART, new RestartRequest(service), timeout).as(Done.class);
    }

    /**
     * Replaces all tasks of a service by tasks of another image, until templates and images are applied again. Where a new
     * task fails, the old ones go on.
     *
     * @param service the service
     * @param image the image folder
     * @param timeout how long it may take
     */
    public void runImage(String service, Path image, Duration timeout) {
        connection.post(ControlPath.RUN_IMAGE, new RunImageRequest(service, image.toAbsolutePath().toString()), timeout)
                .as(Done.class);
    }

    /**
     * Lets a process take the place of a service's tasks, once it is healthy.
     *
     * @param request the service and the process
     * @param timeout how long it may take
     * @return the variables that the process is to have
     */
    public Map<String, String> attach(AttachRequest request, Duration timeout) {
        return connection.post(ControlPath.ATTACH, request, timeout).as(AttachVariables.class).variables();
    }

    /**
     * Brings a service's own tasks back, and waits until they serve.
     *
     * @param service the service
     * @param timeout how long it may take
     */
    public void detach(String service, Duration timeout) {
        connection.post(ControlPath.DETACH, new DetachRequest(service), timeout).as(Done.class);
    }

    /**
     * Changes how many tasks of a service are wanted, and waits until they run.
     *
     * @param service the service
     * @param count the number of tasks
     * @param timeout how long it may take
     */
    public void scale(String service, int count, Duration timeout) {
        connection.post(ControlPath.SCALE, new ScaleRequest(service, count), timeout).as(Done.class);
    }

    /**
     * Changes the load that the platform sends to its own load balancer.
     *
     * @param perSecond requests a second; 0 is none
     */
    public void load(double perSecond) {
        connection.post(ControlPath.LOAD, new LoadRequest(perSecond), READ_TIMEOUT).as(Done.class);
    }

    /**
     * Loses a task as if its host had failed.
     *
     * @param task its id
     * @param timeout how long it may take
     */
    public void lose(String task, Duration timeout) {
        connection.post(ControlPath.LOSE, new LoseTaskRequest(task), timeout).as(Done.class);
    }

    /**
     * {@return what was deployed of changed templates and images, once all services are stable}
     *
     * @param change the templates
     * @param timeout how long it may take
     */
    public AppliedChange apply(ApplyRequest change, Duration timeout) {
        return connection.post(ControlPath.APPLY, change, timeout).as(AppliedChange.class);
    }
}
