// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.otlp;

import io.highlands.local.intake.batch.Delivery;
import io.highlands.local.intake.batch.Limits;
import io.highlands.local.intake.batch.SpanDraft;
import io.highlands.local.intake.batch.TraceSampling;
import io.highlands.local.intake.wire.ProtobufReader;
import io.highlands.local.intake.wire.Texts;

/**
 * Reads an ExportTraceServiceRequest.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto/blob/v1.11.0/opentelemetry/proto/trace/v1/trace.proto">
 *      trace.proto</a>
 */
final class TraceRequest {

    private static final int RESOURCE_SPANS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SCOPE = 1;
    private static final int SCOPE_NAME = 1;
    private static final int SPANS = 2;

    private final Texts texts;
    private final Delivery delivery;
    private final TraceSampling sampling;
    private final SpanFields fields;
    private final SpanDraft draft = new SpanDraft();

    TraceRequest(Texts texts, Delivery delivery, TraceSampling sampling) {
        this.texts = texts;
        this.delivery = delivery;
        this.sampling = sampling;
        this.fields = new SpanFields(texts);
    }

    void read(byte[] body) {
        ProtobufReader in = ProtobufReader.of(body);
        for (int field = in.next(); field != 0; field = in.next()) {
            if (field == RESOURCE_SPANS) {
                resource(in.message());
            } else {
                in.skip();
            }
        }
    }

    /** Twice over, since fields may come in any order: whose spans they are, then the spans. */
    private void resource(ProtobufReader in) {
        Resource resource = new Resource(texts);
        ProtobufReader first = in.fork();
        for (int field = first.next(); field != 0; field = first.next()) {
            if (field == RESOURCE) {
                resource.read(first.message());
            } else {
                first.skip();
            }
        }
        for (int field = in.next(); field != 0; field = in.next()) {
            if (field == SCOPE_SPANS) {
                scope(in.message(), resource);
            } else {
                in.skip();
            }
        }
    }

    private void scope(ProtobufReader in, Resource resource) {
        String scope = "";
        ProtobufReader first = in.fork();
        for (int field = first.next(); field != 0; field = first.next()) {
            if (field == SCOPE) {
                scope = name(first.message());
            } else {
                first.skip();
            }
        }
        for (int field = in.next(); field != 0; field = in.next()) {
            if (field == SPANS) {
                span(in.message(), resource, scope);
            } else {
                in.skip();
            }
        }
    }

    private String name(ProtobufReader scope) {
        String name = "";
        for (int field = scope.next(); field != 0; field = scope.next()) {
            if (field == SCOPE_NAME) {
                name = scope.text(texts, Limits.NAME_BYTES);
            } else {
                scope.skip();
            }
        }
        return name;
    }

    private void span(ProtobufReader in, Resource resource, String scope) {
        draft.clear();
        fields.read(in, draft);
        if (sampling.keeps(draft.traceLow())) {
            resource.describe(draft);
            draft.attribute("otel.scope.name", scope);
            delivery.add(draft);
        } else {
            delivery.sampleAway(draft);
        }
    }
}
