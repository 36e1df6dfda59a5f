// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

/** Datadog's palettes by what they mean here: the same on every tile, and near to the colours of the CloudWatch dashboards. */
final class Palette {

    /** Where a line means nothing in particular. */
    static final String PLAIN = "dog_classic";
    /** Failures that a service answered. */
    static final String ERRORS = "warm";
    /** Failures that nobody answered, or the mesh. */
    static final String NO_ANSWER = "purple";
    /** What the caller's client saw. */
    static final String CALLER = "cool";
    /** What the caller's proxy saw. */
    static final String PROXY = "orange";
    /** What the callee itself saw. */
    static final String CALLEE = "grey";

    private Palette() {
    }
}
