// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.List;

/**
 * The response to {@code POST /apply}: what was not running yet.
 *
 * @param templates whether the templates differed from those that ran
 * @param deployed the services whose tasks were replaced, for their template or for their image
 */
public record AppliedChange(boolean templates, List<String> deployed) {

    /** Copies the list. */
    public AppliedChange {
        deployed = List.copyOf(deployed);
    }

    /** {@return whether nothing had to be done} */
    public boolean nothing() {
        return !templates && deployed.isEmpty();
    }
}
