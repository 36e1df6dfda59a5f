// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A client behind a small script, which takes endpoint, call and a file with the input, and prints JSON. */
final class ScriptClient implements Client {

    private final String interpreter;
    private final Path script;
    private final Path folder;
    private final String endpoint;

    ScriptClient(String interpreter, Path script, Path folder, int port) {
        this.interpreter = interpreter;
        this.script = script;
        this.folder = folder;
        this.endpoint = "http://127.0.0.1:" + port;
    }

    @Override
    public void put(String namespace, String metric, String minute) {
        assertThat(call("put", Documents.put(namespace, metric, minute)).toString()).isEqualTo("[]");
    }

    @Override
    public Map<String, Double> get(List<String> metrics, List<String> statistics, String minute) {
        return Documents.values(call("get", Documents.get(metrics, statistics, minute)));
    }

    @Override
    public Failure failing(String call, String minute) {
        return Documents.failure(call(call, call.equals("put")
                ? Documents.put("AWS/ECS", "any", minute)
                : JsonMapper.shared().createObjectNode().put("DashboardName", "gone")));
    }

    private JsonNode call(String call, JsonNode input) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, call, ".json"), input.toString());
            Child.Result result = Child.run(folder,
                    List.of(interpreter, script.toString(), endpoint, call, file.toString()));
            assertThat(result.code()).as(result.err()).isZero();
            return JsonMapper.shared().readTree(result.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
