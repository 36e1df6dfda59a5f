// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands of the pinned CDK CLI, {@code platform-infra/cdk-cli/cdk}, on stacks that are synthesized already. */
final class Cdk {

    private static final String COMMAND = "platform-infra/cdk-cli/cdk";

    private final Path root;
    private final Assembly assembly;

    Cdk(Path root, Assembly assembly) {
        this.root = root;
        this.assembly = assembly;
    }

    Step deploy(String why, List<Stack> stacks) {
        return step(why, "deploy", stacks, "--require-approval", "never");
    }

    Step diff(List<Stack> stacks) {
        return step("what a deployment changes", "diff", stacks);
    }

    Step destroy(String why, List<Stack> stacks) {
        return step(why, "destroy", stacks.reversed(), "--force");
    }

    /** Without {@code --exclusively} the CLI would add the stacks that the named ones depend on. */
    private Step step(String why, String verb, List<Stack> stacks, String... options) {
        List<String> command = new ArrayList<>(List.of(COMMAND, verb, "--app", shown(), "--exclusively",
                "--no-notices"));
        command.addAll(List.of(options));
        stacks.forEach(stack -> command.add(stack.name()));
        return new Step(why, command);
    }

    private String shown() {
        return assembly.folder().startsWith(root)
                ? root.relativize(assembly.folder()).toString()
                : assembly.folder().toString();
    }
}
