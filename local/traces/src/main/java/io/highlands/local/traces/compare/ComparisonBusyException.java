// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import io.highlands.local.error.UserError;

/** Others compare traces: the same request may be made again. */
public final class ComparisonBusyException extends UserError {

    private static final long serialVersionUID = 1L;

    ComparisonBusyException() {
        super("the platform is busy with another comparison of traces; try again");
    }
}
