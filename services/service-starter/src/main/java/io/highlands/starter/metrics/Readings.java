// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.function.Consumer;

/** A part of what a service publishes. */
interface Readings {

    /** Hands over what happened since the last call, and begins anew. */
    void take(Consumer<Reading> to);
}
