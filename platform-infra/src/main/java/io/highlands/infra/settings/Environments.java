// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.highlands.infra.topology.InvalidInput;
import io.highlands.infra.topology.Topology;
import io.highlands.infra.yaml.Section;
import io.highlands.infra.yaml.Source;

/**
 * The folder of environments, one file each.
 *
 * @param folder
 *            holds {@code ENV.yaml}
 */
public record Environments(Path folder) {

    /** In the order in which a change passes through them. */
    public static final List<String> NAMES = List.of("local", "dev", "staging", "prod");

    /** The environment of that name, read and validated, or an {@link InvalidInput}. */
    public Environment load(String name, Topology declared) {
        if (!NAMES.contains(name)) {
            throw new InvalidInput("environment", name, String.join(", ", NAMES));
        }
        var source = new Source(folder.resolve(name + ".yaml"));
        if (!Files.isReadable(source.file())) {
            throw new InvalidInput("environment " + name, "no file " + source.name(), "a readable file");
        }
        return new EnvironmentReader(Section.of(source), name, declared).read();
    }
}
