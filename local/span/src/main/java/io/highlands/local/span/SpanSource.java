// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.span;

/** Which protocol a span came in. The order is that of the store's codes. */
public enum SpanSource {
    DATADOG, OTLP
}
