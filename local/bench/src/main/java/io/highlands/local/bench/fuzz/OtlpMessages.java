// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.util.random.RandomGenerator;

import io.highlands.local.intake.wire.ProtobufWriter;

/**
 * Random ExportTraceServiceRequests in protobuf; read as metrics or logs they are well formed too.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto/blob/v1.11.0/opentelemetry/proto/trace/v1/trace.proto">
 *      trace.proto</a>
 */
final class OtlpMessages {

    private static final int MAX_DEPTH = 24;

    private OtlpMessages() {
    }

    static byte[] request(RandomGenerator random) {
        ProtobufWriter request = new ProtobufWriter();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            byte[] resource = new ProtobufWriter().bytes(1, attribute(random, 0)).toByteArray();
            ProtobufWriter scope = new ProtobufWriter().bytes(1, new ProtobufWriter().text(1, "s").toByteArray());
            for (int spans = random.nextInt(4); spans > 0; spans--) {
                scope.bytes(2, span(random));
            }
            request.bytes(1, new ProtobufWriter().bytes(1, resource).bytes(2, scope.toByteArray()).toByteArray());
        }
        return request.toByteArray();
    }

    private static byte[] span(RandomGenerator random) {
        ProtobufWriter span = new ProtobufWriter().bytes(1, bytes(random, 16)).bytes(2, bytes(random, 8));
        if (random.nextBoolean()) {
            span.bytes(4, bytes(random, 8));
        }
        long start = random.nextInt(8) > 0 ? System.currentTimeMillis() * 1_000_000 : random.nextLong();
        span.text(5, "GET /").number(6, random.nextInt(-1, 9)).fixed64(7, start).fixed64(8, start + random.nextInt());
        for (int left = random.nextInt(4); left > 0; left--) {
            span.bytes(9, attribute(random, 0));
        }
        if (random.nextBoolean()) {
            span.bytes(11, new ProtobufWriter().fixed64(1, start).text(2, "exception").bytes(3, attribute(random, 0))
                    .toByteArray());
        }
        if (random.nextInt(4) == 0) {
            span.bytes(13, new ProtobufWriter().bytes(1, bytes(random, 16)).toByteArray()).number(99, 7).fixed32(98, 1);
        }
        return span.bytes(15, new ProtobufWriter().text(2, "no").number(3, random.nextInt(4)).toByteArray())
                .toByteArray();
    }

    private static byte[] attribute(RandomGenerator random, int depth) {
        return new ProtobufWriter().text(1, random.nextBoolean() ? "service.name" : "k").bytes(2, value(random, depth))
                .toByteArray();
    }

    private static byte[] value(RandomGenerator random, int depth) {
        ProtobufWriter value = new ProtobufWriter();
        return (switch (random.nextInt(depth < MAX_DEPTH ? 9 : 5)) {
            case 0 -> value.text(1, "größe\u0000");
            case 1 -> value.number(2, 1);
            case 2 -> value.number(3, random.nextLong());
            case 3 -> value.fixed64(4, random.nextLong());
            case 4 -> value.bytes(7, bytes(random, random.nextInt(9)));
            case 5, 6 -> value.bytes(5, new ProtobufWriter().bytes(1, value(random, depth + 1)).toByteArray());
            default -> value.bytes(6, new ProtobufWriter().bytes(1, attribute(random, depth + 1)).toByteArray());
        }).toByteArray();
    }

    private static byte[] bytes(RandomGenerator random, int size) {
        byte[] bytes = new byte[random.nextInt(20) > 0 ? size : random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }
}
