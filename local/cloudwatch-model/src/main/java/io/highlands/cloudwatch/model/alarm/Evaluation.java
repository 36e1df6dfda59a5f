// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.List;
import java.util.Optional;

/**
 * What an evaluation came to.
 *
 * @param state the state after it
 * @param reason why; empty when the state was retained without being judged
 * @param evaluated the data points that were judged, oldest first; those that had to be filled are missing
 */
public record Evaluation(AlarmState state, Optional<StateReason> reason, List<AlarmPoint> evaluated) {}
