// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cloud assembly with the stack of resources alone. */
final class ResourcesAssembly {

    private ResourcesAssembly() {
    }

    static void write(Path folder, String account, String template) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), """
                {"version": "45.0.0", "artifacts": {"resources": {"type": "aws:cloudformation:stack",
                 "environment": "aws://%s/eu-west-1",
                 "properties": {"templateFile": "resources.template.json", "stackName": "highlands-local-resources"}}}}
                """.formatted(account));
        Files.writeString(folder.resolve("resources.template.json"), template);
    }
}
