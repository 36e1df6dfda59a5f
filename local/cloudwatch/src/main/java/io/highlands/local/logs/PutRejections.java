// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.util.OptionalInt;

/**
 * Which events of a batch PutLogEvents did not take (RejectedLogEventsInfo); the batch is in order of time.
 *
 * @param tooOldUntil index of the first event that is not too old, if some are
 * @param tooNewFrom index of the first event that is too far in the future, if there is one
 */
public record PutRejections(OptionalInt tooOldUntil, OptionalInt tooNewFrom) {}
