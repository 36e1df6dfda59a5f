// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.span;

/** What part a span takes in a call, as OpenTelemetry has it. The order is that of the store's codes. */
public enum SpanKind {
    INTERNAL, SERVER, CLIENT, PRODUCER, CONSUMER
}
