// SPDX-License-Identifier: Apache-2.0
/** What a span is here, whichever agent made it: OpenTelemetry's semantic names, 128-bit trace ids. */
package io.highlands.local.span;
