// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.declaration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.highlands.infra.settings.ServiceSettings;
import io.highlands.infra.topology.Call;
import io.highlands.infra.topology.Program;
import io.highlands.infra.topology.PublicPath;
import io.highlands.infra.topology.ServiceSpec;
import io.highlands.infra.topology.TaskSize;
import io.highlands.infra.topology.Upstream;
import io.highlands.infra.yaml.Section;

/** Reads one service of {@code services.yaml}: every key, but no rule that spans services. */
final class ServiceReader {

    /** Where the file says nothing else: one core and the least memory that Fargate has with it. */
    private static final TaskSize DEFAULT_SIZE = new TaskSize(1024, 2048);
    /** Calls within calls: more than any request should pass through, and few enough for an alias within itself to end. */
    private static final int MAX_DEPTH = 10;
    /** Below are ports that a process without privileges cannot listen on. */
    private static final int LEAST_PORT = 1024;
    private static final Pattern ROUTE = Pattern.compile("/\\S*");
    private static final Pattern TEXT = Pattern.compile("\\S+");
    private static final String EXAMPLE = "example";
    private static final String PORT = "port";
    private static final String CONTAINER_PORT = "containerPort";
    private static final String ROUTES = "routes";
    private static final String TIMEOUT = "timeout";

    private final String name;
    private final Section section;

    ServiceReader(String name, Section section) {
        this.name = name;
        this.section = section;
    }

    ServiceSpec read() {
        if (!section.has(PORT)) {
            throw section.refuse(PORT, "nothing", "a port from 1 to 65535, by which callers in the mesh address it");
        }
        Program program = new ProgramReader(section).read();
        var spec = new ServiceSpec(name,
                section.whole(CONTAINER_PORT, ServiceSpec.CONTAINER_PORT,
                        program.kind().hasLaunch() ? LEAST_PORT : 1, 65535),
                section.whole(PORT, 0, 1, 65535),
                timeout(section)
                        .orElseThrow(
                                () -> section.refuse(TIMEOUT, "nothing", "a duration from 1s to 60s, such as 10s")),
                upstreams(), publicPaths(), section.texts(ROUTES, ROUTE, "a path such as /route"), size(),
                new TaskOptionsReader(section).read(),
                program);
        section.done();
        if (spec.routes().isEmpty()) {
            throw section.refuse(ROUTES, "nothing",
                    "at least one path here or in public: by these a service's requests are measured");
        }
        return spec;
    }

    private TaskSize size() {
        Section size = section.section("size");
        TaskSize read = ServiceSettings.size(size, DEFAULT_SIZE);
        size.done();
        return read;
    }

    private List<Upstream> upstreams() {
        return section.section("calls").sections().entrySet().stream().map(call -> {
            var timeout = timeout(call.getValue());
            call.getValue().done();
            return new Upstream(call.getKey(), timeout);
        }).toList();
    }

    private List<PublicPath> publicPaths() {
        return section.section("public").sections().entrySet().stream().map(path -> {
            List<Call> calls = calls(path.getValue().section("calls"), 1);
            String example = path.getValue().text(EXAMPLE, TEXT, "a path such as /pets/7?full=true")
                    .orElse(path.getKey());
            path.getValue().done();
            return new PublicPath(path.getKey(), example, calls);
        }).toList();
    }

    private static List<Call> calls(Section section, int depth) {
        return section.sections().entrySet().stream().map(call -> {
            if (depth > MAX_DEPTH) {
                throw section.refuse(call.getKey(), "more than %d calls within each other".formatted(MAX_DEPTH),
                        MAX_DEPTH + " at most");
            }
            return new Call(call.getKey(), calls(call.getValue(), depth + 1));
        }).toList();
    }

    private static Optional<Duration> timeout(Section section) {
        return section.duration(TIMEOUT, ServiceSettings.LEAST_DEADLINE, ServiceSettings.MAX_DEADLINE);
    }
}
