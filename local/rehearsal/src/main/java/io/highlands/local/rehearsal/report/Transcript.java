// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.report;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.rehearsal.Result;

/** What the commands of a page said in its rehearsal, for a program. */
final class Transcript {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Transcript() {
    }

    static String of(Result result) {
        ObjectNode root = JSON.createObjectNode().put("page", result.page().kind());
        ArrayNode runs = root.putArray("runs");
        result.steps().forEach(run -> runs.addObject().put("phase", run.phase()).put("step", run.step().name())
                .put("exit", run.result().exit()).put("out", run.result().out()).put("err", run.result().errors()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
