// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/**
 * What both agents sent while services A, B and C ran with them on one machine, without a mesh: three times GET / on B and
 * GET /time on A, each with a request id of its own. One body a line.
 */
enum Captures {

    DATADOG_V04("dd-java-agent-1.68.1-v0.4", "/v0.4/traces", "application/msgpack"), DATADOG_V05(
            "dd-java-agent-1.68.1-v0.5", "/v0.5/traces", "application/msgpack"), DATADOG_OTLP_JSON(
                    "dd-java-agent-1.68.1-otlp-json", "/v1/traces", "application/json"), OPENTELEMETRY(
                            "opentelemetry-javaagent-2.33.1", "/v1/traces", "application/x-protobuf");

    /** A moment shortly after all of them. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final String file;
    private final String path;
    private final String type;

    Captures(String file, String path, String type) {
        this.file = file;
        this.path = path;
        this.type = type;
    }

    String path() {
        return path;
    }

    String type() {
        return type;
    }

    List<byte[]> bodies() {
        try (InputStream in = Captures.class.getResourceAsStream(file + ".base64")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .map(Base64.getDecoder()::decode).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
