// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Tables and databases that refuse to be deleted. Those of a first creation that failed hold nothing yet, and their stack cannot be
 * deleted before they may be.
 *
 * @param executable the AWS CLI
 * @param region where they are
 */
record ProtectedData(String executable, String region) {

    /**
     * The commands that let them be deleted.
     *
     * @param stack the stack that failed
     * @param ids physical ids of what it holds by the logical ones
     * @return none where nothing is protected
     */
    List<Step> release(Stack stack, Map<String, String> ids) {
        List<Step> steps = new ArrayList<>();
        stack.template().path("Resources").properties().forEach(entry -> {
            JsonNode resource = entry.getValue();
            String id = ids.get(entry.getKey());
            if (id == null) {
                return;
            }
            switch (resource.path("Type").asString("")) {
                case "AWS::DynamoDB::Table" -> {
                    if (resource.at("/Properties/DeletionProtectionEnabled").asBoolean(false)) {
                        steps.add(new Step("the table may be deleted", List.of(executable, "dynamodb", "update-table",
                                "--region", region, "--no-deletion-protection-enabled", "--table-name", id)));
                    }
                }
                case "AWS::RDS::DBCluster" -> {
                    if (resource.at("/Properties/DeletionProtection").asBoolean(false)) {
                        steps.add(new Step("the database may be deleted", List.of(executable, "rds",
                                "modify-db-cluster", "--region", region, "--no-deletion-protection",
                                "--apply-immediately", "--db-cluster-identifier", id)));
                    }
                }
                default -> {
                    // nothing that is protected
                }
            }
        });
        return steps;
    }
}
