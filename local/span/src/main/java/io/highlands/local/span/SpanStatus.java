// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.span;

/** Whether what a span stands for went well. The order is that of the store's codes. */
public enum SpanStatus {
    UNSET, OK, ERROR
}
