// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.highlands.local.control.ControlClient;
import io.highlands.local.rehearsal.shell.Shell;
import io.highlands.local.rehearsal.shell.ShellResult;

/** The platform that runs on this machine, through its control interface, its APIs and its console. */
final class LivePlatform implements Stage {

    private static final long PAUSE_MILLIS = 500;

    /** A fault may deploy a release. */
    private static final Duration ACTION = Duration.ofMinutes(2);

    private final ControlClient control;
    private final CloudWatchApi alarms;
    private final ConsolePanels console;
    private final Shell shell;
    private final String holder = thisProcess();
    private volatile boolean abandoned;

    LivePlatform(ControlClient control, Shell shell) {
        this.control = control;
        this.shell = shell;
        JsonNode status = control.get("/status");
        this.alarms = new CloudWatchApi(URI.create(status.path("awsApis").asString()), control.environment());
        this.console = new ConsolePanels(status.path("console").asString(""));
    }

    @Override
    public Map<String, Instant> standing() {
        return alarms.standing();
    }

    @Override
    public List<StateChange> changes(Instant from) {
        return alarms.changes(from);
    }

    @Override
    public String unsteady() {
        for (JsonNode service : control.get("/status").path("services")) {
            int wanted = service.path("desired").asInt();
            if (wanted == 0 || service.path("running").asInt() != wanted || service.path("pending").asInt() != 0
                    || !service.path("stable").asBoolean()) {
                return "%s has %d of %d tasks, %s".formatted(service.path("name").asString(),
                        service.path("running").asInt(), wanted,
                        service.path("stable").asBoolean() ? "stable" : "not stable");
            }
        }
        return "";
    }

    @Override
    public Instant undisturbedSince() {
        JsonNode status = control.get("/status");
        Stream<String> events = status.path("services").valueStream()
                .flatMap(service -> service.path("events").valueStream()).map(event -> event.path("at").asString());
        Stream<String> fault = Stream.of(status.path("lastFaultEnded").asString("")).filter(at -> !at.isEmpty());
        return Stream.concat(events, fault).map(Instant::parse).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    /** Clears every fault of this process; from now on none is injected. */
    void abandon() {
        abandoned = true;
        for (JsonNode fault : control.get("/status").path("faults")) {
            if (fault.path("holder").asString("").equals(holder)) {
                clear(fault.path("id").asString());
            }
        }
    }

    @Override
    public String inject(String words) {
        if (abandoned) {
            throw new RehearsalException("the rehearsal is being ended");
        }
        return control.post("/fault?words=" + encoded(words) + "&holder=" + encoded(holder), ACTION).path("id")
                .asString();
    }

    @Override
    public Set<String> faults() {
        Set<String> ids = new TreeSet<>();
        control.get("/status").path("faults").forEach(fault -> ids.add(fault.path("id").asString()));
        return ids;
    }

    @Override
    public void clear(String fault) {
        // It may end by itself between the question and the answer.
        if (faults().contains(fault)) {
            control.post("/fault/clear?id=" + encoded(fault), ACTION);
        }
    }

    @Override
    public ShellResult run(String command, Map<String, String> variables, Duration patience) {
        return shell.run(command, variables, patience);
    }

    @Override
    public List<Panel> panels(String board, Instant from, Instant until) {
        String name = "highlands-" + control.environment() + "-" + board;
        return console.of(name, alarms.titles(name), from, until);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RehearsalException("interrupted", e);
        }
    }

    /** The process with whose end the platform clears its faults, and when it began, in case its number is used again. */
    private static String thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + ":" + self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
