// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.Optional;

/**
 * The body of {@code POST /fault/clear}, which clears faults.
 *
 * @param id which one; all when empty
 */
public record ClearRequest(Optional<String> id) {}
