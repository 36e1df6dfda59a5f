// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.declaration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.infra.topology.Deadlines;
import io.highlands.infra.topology.InvalidInput;
import io.highlands.infra.topology.ServiceSpec;
import io.highlands.infra.topology.Topology;
import io.highlands.infra.yaml.Section;
import io.highlands.infra.yaml.Source;

/**
 * The file that declares the platform's services. Their order there is the order of their stacks, and so decides which
 * calls need a refresh (see {@link Topology#backEdges()}).
 *
 * @param file
 *            {@code services.yaml}
 */
public record ServicesFile(Path file) {

    /** Its name, beside the folder of environments. */
    public static final String NAME = "services.yaml";

    private static final String SERVICES = "services";

    /** The declared services, read and validated, or an {@link InvalidInput} with file, line and column. */
    public Topology read() {
        var source = new Source(file);
        if (!Files.isReadable(file)) {
            throw new InvalidInput("services", "no file " + source.name(), "a readable file");
        }
        Section root = Section.of(source);
        Section all = root.section(SERVICES);
        List<ServiceSpec> specs = all.sections().entrySet().stream()
                .map(entry -> new ServiceReader(entry.getKey(), entry.getValue()).read()).toList();
        root.done();
        if (specs.isEmpty()) {
            throw root.refuse(SERVICES, "nothing", "at least one service");
        }
        return topology(specs, root);
    }

    /** Rules that span keys do not know where a declaration comes from, but they know the keys. */
    private static Topology topology(List<ServiceSpec> specs, Section root) {
        try {
            var topology = new Topology(specs);
            Deadlines.check(topology).ifPresent(violation -> {
                throw refuse(violation, topology, root);
            });
            return topology;
        } catch (InvalidInput e) {
            throw e.keys().isEmpty() ? e : e.at(place(root, e.keys()));
        }
    }

    /** Blames the timeout of the call where it is declared, else that of the service that is called. */
    private static InvalidInput refuse(Deadlines.Violation violation, Topology topology, Section root) {
        boolean own = topology.get(violation.client()).upstreams().stream()
                .filter(upstream -> upstream.service().equals(violation.server()))
                .anyMatch(upstream -> upstream.timeout().isPresent());
        List<String> keys = own
                ? List.of(violation.client(), "calls", violation.server(), "timeout")
                : List.of(violation.server(), "timeout");
        long found = own ? violation.inner().toSeconds() : topology.get(violation.server()).deadline().toSeconds();
        return new InvalidInput(place(root, keys), found + "s", violation.allowed());
    }

    private static String place(Section root, List<String> keys) {
        List<String> whole = Stream.concat(Stream.of(SERVICES), keys.stream()).toList();
        return root.place(whole) + ": " + String.join(".", whole);
    }
}
