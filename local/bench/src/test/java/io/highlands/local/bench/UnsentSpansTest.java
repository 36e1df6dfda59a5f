// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Lines as dd-java-agent 1.68 and OpenTelemetry's agent 2.x write them. */
class UnsentSpansTest {

    private static final String DATADOG = """
            {"origin":"dd.trace","date":"2026-11-23T18:09:17.073+0000","level":"EXCLUDE_TELEMETRY",\
            "message":"Error while sending 26 (size=34KB) traces. Total: 3610, Sent: 3584, Failed: 26."}
            """;
    private static final String OPENTELEMETRY = """
            {"time":"2026-11-23T19:06:15.469229970Z","level":"ERROR","service":"service-b",\
            "message":"Failed to export 9 spans. The request could not be executed."}
            """;

    @TempDir
    private Path logs;

    @Test
    void bothAgentsWordsAreFoundWithTheNameOfTheLog() throws Exception {
        write("Starting up\n" + DATADOG + "{\"message\":\"request\"}\n" + OPENTELEMETRY);

        assertThat(new UnsentSpans(logs).since(Instant.parse("2026-11-23T18:00:00Z"))).containsExactly(
                "service-b.log: Error while sending 26 (size=34KB) traces. Total: 3610, Sent: 3584, Failed: 26.",
                "service-b.log: Failed to export 9 spans. The request could not be executed.");
    }

    @Test
    void whatWasSaidEarlierIsLeftOut() throws Exception {
        write(DATADOG + OPENTELEMETRY);

        assertThat(new UnsentSpans(logs).since(Instant.parse("2026-11-23T19:00:00Z"))).hasSize(1);
    }

    private void write(String lines) throws Exception {
        Files.writeString(Files.createDirectories(logs.resolve("service-b/1")).resolve("service-b.log"), lines);
    }
}
