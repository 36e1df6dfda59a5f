// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.AwsCommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The AWS command line. */
final class CommandLineClient implements Client {

    private static final Pattern ERROR = Pattern.compile(
            "An error occurred \\(([^)]+)\\) when calling the \\w+ operation(?: \\(reached[^)]*\\))?: (.*)");

    private final Path folder;
    private final String endpoint;

    CommandLineClient(Path folder, int port) {
        this.folder = folder;
        this.endpoint = "http://127.0.0.1:" + port;
    }

    @Override
    public void put(String namespace, String metric, String minute) {
        assertThat(aws("put-metric-data", Documents.put(namespace, metric, minute)).err()).isEmpty();
    }

    @Override
    public Map<String, Double> get(List<String> metrics, List<String> statistics, String minute) {
        Child.Result result = aws("get-metric-data", Documents.get(metrics, statistics, minute));
        assertThat(result.code()).as(result.err()).isZero();
        return Documents.values(JsonMapper.shared().readTree(result.out()).path("MetricDataResults"));
    }

    @Override
    public Failure failing(String call, String minute) {
        Child.Result result = call.equals("put")
                ? aws("put-metric-data", Documents.put("AWS/ECS", "any", minute))
                : aws("get-dashboard", JsonMapper.shared().createObjectNode().put("DashboardName", "gone"));
        Matcher error = ERROR.matcher(result.err());
        assertThat(error.find()).as(result.err()).isTrue();
        return new Failure(error.group(1), 0, error.group(2));
    }

    private Child.Result aws(String operation, JsonNode input) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, operation, ".json"), input.toString());
            List<String> command = new ArrayList<>(List.of(AwsCommandLine.program(),
                    "--endpoint-url", endpoint, "--output", "json", "cloudwatch", operation, "--cli-input-json",
                    "file://" + file));
            return Child.run(folder, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
