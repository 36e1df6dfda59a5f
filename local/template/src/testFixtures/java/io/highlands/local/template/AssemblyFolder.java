// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes small cloud assemblies. Templates are given with single quotes, so that they read well in text blocks. */
public final class AssemblyFolder {

    private final Path folder;
    private final List<String> artifacts = new ArrayList<>();

    private AssemblyFolder(Path folder) {
        this.folder = folder;
    }

    /** An assembly without stacks. */
    public static AssemblyFolder in(Path folder) {
        return new AssemblyFolder(folder);
    }

    /** Adds a stack in the Region eu-west-1 that is deployed after others. */
    public AssemblyFolder stack(String name, String template, String... dependencies) {
        return stackIn("aws://unknown-account/unknown-region", name, template, dependencies);
    }

    /** Adds a stack of an account and a Region. */
    public AssemblyFolder stackIn(String environment, String name, String template, String... dependencies) {
        write(name + ".template.json", template);
        artifacts.add("""
                '%s': {'type': 'aws:cloudformation:stack', 'environment': '%s',
                  'properties': {'templateFile': '%s.template.json'}, 'dependencies': [%s]}
                """.formatted(name, environment, name,
                String.join(", ", List.of(dependencies).stream().map(d -> "'" + d + "'").toList())));
        return this;
    }

    /** Adds an artifact of any kind. */
    public AssemblyFolder artifact(String body) {
        artifacts.add(body);
        return this;
    }

    /** Writes the manifest. */
    public Path write() {
        write("manifest.json", "{'version': '54.0.0', 'artifacts': {" + String.join(",\n", artifacts) + "}}");
        return folder;
    }

    /** Writes any file of the assembly. */
    public AssemblyFolder write(String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
