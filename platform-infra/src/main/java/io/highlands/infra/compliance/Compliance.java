// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.util.List;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/**
 * Checks an app against cdk-nag's AwsSolutions rules. It is not part of a plain synthesis: loading the rules takes longer
 * than the synthesis does, and its notes would stand in the templates.
 */
public final class Compliance {

    private Compliance() {
    }

    /** Adds the rules and the reasons for what they find. Findings without a reason become errors of the synthesis. */
    public static void check(App app) {
        app.getNode().getChildren().stream().filter(Stack.class::isInstance).map(Stack.class::cast)
                .forEach(Compliance::explain);
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
    }

    private static void explain(Stack stack) {
        for (Reason reason : Reasons.ALL) {
            IConstruct construct = partOf(stack).equals(reason.part()) ? find(stack, reason.path()) : null;
            if (construct != null) {
                var suppression = NagPackSuppression.builder().id(reason.rule()).reason(reason.text());
                if (!reason.details().isEmpty()) {
                    suppression.appliesTo(reason.details());
                }
                NagSuppressions.addResourceSuppressions(construct, List.of(suppression.build()), true);
            }
        }
    }

    /** The part of the platform that a stack is, by its name: highlands-ENV-PART. */
    private static String partOf(Stack stack) {
        if ("highlands-images".equals(stack.getStackName())) {
            return "images";
        }
        String part = stack.getStackName().split("-", 3)[2];
        return List.of("base", "refresh", "observability", "datadog", "game-days").contains(part) ? part : "service";
    }

    /** The construct, or null: not every environment has each. */
    private static IConstruct find(Stack stack, String path) {
        IConstruct found = stack;
        for (String id : path.split("/")) {
            found = found == null ? null : found.getNode().tryFindChild(id);
        }
        return found;
    }
}
