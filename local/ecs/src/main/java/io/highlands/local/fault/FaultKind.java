// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import static io.highlands.local.fault.FaultSetting.CORES;
import static io.highlands.local.fault.FaultSetting.DELAY;
import static io.highlands.local.fault.FaultSetting.HOW;
import static io.highlands.local.fault.FaultSetting.MEGABYTES;
import static io.highlands.local.fault.FaultSetting.PERCENT;
import static io.highlands.local.fault.FaultSetting.RATE;
import static io.highlands.local.fault.FaultSetting.ROUTE;
import static io.highlands.local.fault.FaultSetting.STATUS;

/**
 * The faults, and the action of AWS's Fault Injection Service that does the same to tasks on Fargate.
 *
 * @see <a href="https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html">AWS FIS actions reference</a>
 */
public enum FaultKind {

    /** Requests of an edge arrive later. */
    LATENCY("latency", Subject.EDGE, "requests of the edge reach the callee's tasks later",
            "aws:ecs:task-network-latency", DELAY, PERCENT, ROUTE),

    /** Requests of an edge are answered with a status. */
    ABORT("abort", Subject.EDGE, "the callee's tasks answer requests of the edge with the status",
            "local mode only, FIS cannot make a task answer", STATUS, PERCENT, ROUTE),

    /** The process of the service is killed. */
    KILL_APP("kill-app", Subject.SERVICE, "the service's processes are killed, their proxies live on until ECS stops "
            + "the tasks", "aws:ecs:task-kill-process"),

    /** Tasks are gone at once. */
    LOSE_TASK("lose-task", Subject.SERVICE, "the tasks are gone with their proxies, and nobody was told",
            "aws:ecs:stop-task, which drains first"),

    /** Processes stand still. */
    FREEZE("freeze", Subject.SERVICE, "the service's processes stand still (SIGSTOP)",
            "local mode only, FIS cannot stop a process without ending it"),

    /** Something beside the service needs the processor. */
    CPU_STRESS("cpu-stress", Subject.SERVICE, "a process in each task keeps processor cores busy",
            "aws:ecs:task-cpu-stress", CORES),

    /** Something beside the service holds memory. */
    MEMORY_STRESS("memory-stress", Subject.SERVICE, "a process in each task holds memory",
            "local mode only, FIS has no such action for tasks", MEGABYTES),

    /** The service has no task. */
    ZERO_TASKS("zero-tasks", Subject.SERVICE, "the desired count is 0; cleared, it is what it was",
            "local mode only, an API call: aws ecs update-service --desired-count 0"),

    /** The tracing sidecar does not answer. */
    AGENT_HANG("agent-hang", Subject.SERVICE, "the tracing sidecar beside the tasks answers no more",
            "local mode only, FIS cannot stop a process without ending it"),

    /** The tracing sidecar is gone. */
    AGENT_DEAD("agent-dead", Subject.SERVICE, "the tracing sidecar beside the tasks is gone",
            "aws:ecs:task-kill-process"),

    /** CloudWatch takes no metrics. */
    METRICS_REFUSED("metrics-refused", Subject.SERVICE, "CloudWatch refuses PutMetricData of the tasks",
            "local mode only, a change of the task role's policy"),

    /** A release that does not work. */
    BAD_RELEASE("bad-release", Subject.SERVICE, "a revision is deployed that crashes, gets never healthy, or calls "
            + "nobody", "local mode only, a deployment", HOW),

    /** More requests than usual. */
    SURGE("surge", Subject.NONE, "the load asks more often", "local mode only, users do that", RATE),

    /** The telemetry store has no room. */
    DISK_FULL("disk-full", Subject.NONE, "the telemetry store finds no room on its disk",
            "local mode only, the store is local mode's");

    /** What a fault is named after in its words. */
    public enum Subject {

        /** Nothing. */
        NONE(""),
        /** A service. */
        SERVICE("SERVICE"),
        /** The calls of one service by another. */
        EDGE("CALLER:CALLEE");

        private final String placeholder;

        Subject(String placeholder) {
            this.placeholder = placeholder;
        }
    }

    private final String word;
    private final Subject subject;
    private final String effect;
    private final String fis;
    private final List<FaultSetting> settings;

    FaultKind(String word, Subject subject, String effect, String fis, FaultSetting... settings) {
        this.word = word;
        this.subject = subject;
        this.effect = effect;
        this.fis = fis;
        this.settings = List.of(settings);
    }

    /** {@return its name} */
    public String word() {
        return word;
    }

    /** {@return what it is named after} */
    public Subject subject() {
        return subject;
    }

    /** {@return what happens, in words} */
    public String effect() {
        return effect;
    }

    /** {@return the FIS action that does it in AWS, or {@code local mode only, REASON}} */
    public String fis() {
        return fis;
    }

    /** {@return what can be set of it, in the order in which it is shown} */
    public List<FaultSetting> settings() {
        return settings;
    }

    /** {@return how its words are written, settings with a default in brackets} */
    public String usage() {
        String first = subject == Subject.NONE ? word : word + " " + subject.placeholder;
        return settings.stream()
                .map(setting -> setting.required()
                        ? setting.word() + "=" + setting.word().toUpperCase(Locale.ROOT)
                        : "[" + setting.word() + "=" + setting.byDefault() + "]")
                .collect(Collectors.joining(" ", settings.isEmpty() ? first : first + " ", ""));
    }

    static Optional<FaultKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "));
    }
}
