// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

/**
 * Calls over a window.
 *
 * @param calls how many
 * @param failed those that ended with a 5xx or without a response
 * @param meanMillis their mean time in milliseconds; NaN without a call
 */
public record CallCount(long calls, long failed, double meanMillis) {

    /** Nothing was called. */
    static final CallCount NONE = new CallCount(0, 0, Double.NaN);

    static CallCount of(ProxyFigures log) {
        return new CallCount(log.requests(), log.failed(), log.meanMillis());
    }

    static CallCount of(ClientFigures seen) {
        return new CallCount(seen.calls(), seen.failed(), seen.meanMillis());
    }

    static CallCount of(TargetFigures seen) {
        return new CallCount(seen.answered(), seen.failed(), seen.meanMillis());
    }

    boolean isUsed() {
        return calls > 0;
    }
}
