// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.highlands.local.intake.batch.Limits;
import io.highlands.local.intake.batch.SpanCounters;
import io.highlands.local.intake.datadog.DatadogProtocol;
import io.highlands.local.intake.http.Answer;
import io.highlands.local.intake.http.Protocol;
import io.highlands.local.intake.http.Refusal;
import io.highlands.local.intake.http.Requests;
import io.highlands.local.intake.otlp.OtlpProtocol;
import io.highlands.local.intake.wire.MalformedException;
import io.highlands.local.span.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** What agents sent, damaged in many ways: it is taken in or refused, and nothing else ever happens. */
class FuzzTest {

    private static final long SEED = 20261123;
    private static final int ROUNDS = 1000;

    private final List<Span> spans = new ArrayList<>();
    private final SpanCounters counters = new SpanCounters();

    @ParameterizedTest
    @EnumSource
    void damagedBodiesAreTakenOrRefused(Captures captures) {
        Random random = new Random(SEED);
        Protocol protocol = protocol(captures);
        List<byte[]> bodies = captures.bodies();
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = damaged(bodies.get(round % bodies.size()), random);
            spans.clear();
            long before = counters.counts().received();
            try {
                Answer answer = protocol.answer(Requests.post(captures.path(), Map.of("Content-Type", captures.type()),
                        body));
                assertThat(answer.status()).isEqualTo(200);
                compare(captures, body, counters.counts().received() - before);
            } catch (Refusal | MalformedException e) {
                refused++;
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
                assertThat(spans).isEmpty();
            }
            assertThat(spans).allSatisfy(FuzzTest::isWithinLimits);
        }
        assertThat(refused).isBetween(ROUNDS / 10, ROUNDS - 1);
    }

    private Protocol protocol(Captures captures) {
        return captures.path().startsWith("/v1/")
                ? new OtlpProtocol(spans::addAll, counters, () -> IntakeKit.sampling(1), Captures.CLOCK)
                : new DatadogProtocol(spans::addAll, counters, () -> 1, 0, Captures.CLOCK);
    }

    /** Where OTLP's own reader can read it too, it finds as many spans. */
    private static void compare(Captures captures, byte[] body, long received) {
        if (captures != Captures.OPENTELEMETRY) {
            return;
        }
        ExportTraceServiceRequest request;
        try {
            request = ExportTraceServiceRequest.parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            // It looks into links too, and at every text's bytes; here what is not read is gone over.
            return;
        }
        assertThat(received).isEqualTo(request.getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .mapToLong(ScopeSpans::getSpansCount).sum());
    }

    private static void isWithinLimits(Span span) {
        assertThat(span.attributes()).hasSizeLessThanOrEqualTo(Limits.ATTRIBUTES + 1);
        assertThat(span.trace().isZero()).isFalse();
        assertThat(span.id()).isNotZero();
        assertThat(span.startNanos()).isBetween((Captures.CLOCK.millis() - Limits.PAST.toMillis()) * 1_000_000,
                (Captures.CLOCK.millis() + Limits.FUTURE.toMillis()) * 1_000_000);
        assertThat(span.durationNanos()).isNotNegative();
        assertThat(span.name().length()).isLessThanOrEqualTo(Limits.NAME_BYTES + 1);
    }

    private static byte[] damaged(byte[] body, Random random) {
        byte[] bytes = body.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> bytes = Arrays.copyOf(bytes, at);
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 5), (byte) 0xFF);
            case 3 -> {
                int from = random.nextInt(bytes.length);
                int length = Math.min(random.nextInt(64), bytes.length - Math.max(at, from));
                System.arraycopy(body, from, bytes, at, length);
            }
            default -> {
                for (int i = 0; i < 20; i++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }
}
