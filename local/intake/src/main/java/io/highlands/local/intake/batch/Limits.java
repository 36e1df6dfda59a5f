// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

import java.time.Duration;

/** What a span may be. What is beyond is cut or refused, and counted; the senders' own limits lie well within. */
public final class Limits {

    /** Attributes of a span: OpenTelemetry's default limit. The rest is counted in {@code otel.dropped_attributes_count}. */
    public static final int ATTRIBUTES = 128;

    /** Bytes of an attribute's name; a longer one is cut. */
    public static final int KEY_BYTES = 256;

    /** Bytes of an attribute's value, such as a stack trace; a longer one is cut. */
    public static final int VALUE_BYTES = 8192;

    /** Characters of all attributes of a span together; what comes after is left out and counted like too many. */
    public static final int ATTRIBUTE_CHARACTERS = 65_536;

    /** Bytes of the name of a span or a service; a longer one is cut. */
    public static final int NAME_BYTES = 1024;

    /** How long ago a span may have begun. */
    public static final Duration PAST = Duration.ofHours(24);

    /** How far ahead of this machine's clock a span may begin. */
    public static final Duration FUTURE = Duration.ofHours(1);

    /** The longest span; a longer one is cut to it. */
    static final Duration LONGEST = Duration.ofHours(24);

    /** Spans that are handed on together; a request with no more of them is taken whole or not at all. */
    public static final int BATCH = 1000;

    private Limits() {
    }
}
