// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.highlands.infra.topology.ServiceSpec;
import io.highlands.infra.topology.TaskSize;
import io.highlands.infra.yaml.Section;

/**
 * What an environment says of one service.
 *
 * @param tasks
 *            tasks that run, or at least run where it scales; default 1, in prod 2
 * @param maxTasks
 *            most tasks; more than {@code tasks} switches scaling by CPU on; default the same as {@code tasks}
 * @param size
 *            keys {@code cpu} (units) and {@code memory} (MiB) of the task; default as declared
 * @param deadline
 *            per-request timeout; default as declared
 * @param image
 *            tag or {@code sha256:} digest of the image; default the environment's {@code image}, or that which
 *            the declaration of an image in another registry has
 */
public record ServiceSettings(int tasks, int maxTasks, TaskSize size, Optional<Duration> deadline, String image) {

    /** The mesh's proxy, by AWS's advice for up to 500 requests per second (Service Connect, "Proxy resources"). */
    public static final TaskSize PROXY = new TaskSize(256, 128);
    /**
     * The tracing sidecar, kept free whether it is there or not, so that the switch never resizes the service. Core agent,
     * trace agent and OTLP receiver share it; Datadog's task definition for traces gives the same (DataDog/documentation,
     * resources/json/datadog-agent-ecs-apm-uds.json: cpu 100, memory 512).
     */
    public static final TaskSize SIDECAR = new TaskSize(100, 512);
    /** The container that only waits for the service to be ready. */
    public static final int GATE_MEMORY = 32;

    private static final int LEAST_CPU = 128;
    private static final int LEAST_MEMORY = 512;
    /** Least and longest per-request timeout; with the drain, a task that stops needs no more than the 120 s of Fargate. */
    public static final Duration LEAST_DEADLINE = Duration.ofSeconds(1);
    public static final Duration MAX_DEADLINE = Duration.ofSeconds(60);
    static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|sha256:[0-9a-f]{64}");
    static final String IMAGE_ALLOWED = "a tag or a sha256 digest";

    static ServiceSettings read(Section section, ServiceSpec spec, String image, int leastTasks) {
        int tasks = section.whole("tasks", leastTasks, 1, 100);
        var settings = new ServiceSettings(tasks, section.whole("maxTasks", tasks, tasks, 100),
                size(section, spec.size()),
                section.duration("deadline", LEAST_DEADLINE, MAX_DEADLINE),
                section.text("image", IMAGE, IMAGE_ALLOWED).orElse(spec.program().foreign()
                        .map(foreign -> foreign.image().version()).orElse(image)));
        section.done();
        return settings;
    }

    /**
     * {@return the task size of keys {@code cpu} and {@code memory}, which Fargate has and which leaves the service enough}
     *
     * @param otherwise
     *            of which the keys that are absent are taken
     */
    public static TaskSize size(Section section, TaskSize otherwise) {
        int cpu = section.whole("cpu", otherwise.cpu(), 1, 16384);
        int memory = section.whole("memory", otherwise.memory(), 1, 122880);
        if (!FargateSizes.cpus().contains(cpu)) {
            throw section.refuse("cpu", Integer.toString(cpu), list(FargateSizes.cpus()));
        }
        if (!FargateSizes.memories(cpu).contains(memory)) {
            throw section.refuse(section.has("memory") ? "memory" : "cpu",
                    "cpu %d with memory %d".formatted(cpu, memory),
                    "memory of %s with cpu %d".formatted(list(FargateSizes.memories(cpu)), cpu));
        }
        TaskSize left = application(new TaskSize(cpu, memory));
        if (left.cpu() < LEAST_CPU || left.memory() < LEAST_MEMORY) {
            throw section.refuse(left.cpu() < LEAST_CPU ? "cpu" : "memory",
                    "cpu %d with memory %d".formatted(cpu, memory),
                    "a task that leaves the service cpu %d and memory %d beside proxy and tracing".formatted(LEAST_CPU,
                            LEAST_MEMORY));
        }
        return new TaskSize(cpu, memory);
    }

    /** What is left for the service beside the proxy, the tracing sidecar and the gate. */
    public static TaskSize application(TaskSize task) {
        return new TaskSize(task.cpu() - PROXY.cpu() - SIDECAR.cpu(),
                task.memory() - PROXY.memory() - SIDECAR.memory() - GATE_MEMORY);
    }

    public boolean scales() {
        return maxTasks > tasks;
    }

    private static String list(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
