// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An assembly of one template, and of a stack with a cluster where the template has none. */
final class SmallAssembly {

    private static final String CLUSTER = """
            {"Resources": {"Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": "corpus"}}}}
            """;

    private SmallAssembly() {
    }

    /**
     * Writes the assembly.
     *
     * @param template a template in JSON
     * @param folder where to write it
     * @return the folder
     */
    static Path of(Path template, Path folder) {
        try {
            String text = Files.readString(template);
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("small.template.json"), text);
            String stacks = stack("small");
            if (!text.contains("AWS::ECS::Cluster")) {
                Files.writeString(folder.resolve("base.template.json"), CLUSTER);
                stacks += ", " + stack("base");
            }
            Files.writeString(folder.resolve("manifest.json"),
                    "{\"version\": \"54.0.0\", \"artifacts\": {" + stacks + "}}");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stack(String name) {
        return """
                "%s": {"type": "aws:cloudformation:stack", "environment": "aws://000000000000/eu-west-1",
                  "properties": {"templateFile": "%s.template.json"}, "dependencies": []}
                """.formatted(name, name);
    }
}
