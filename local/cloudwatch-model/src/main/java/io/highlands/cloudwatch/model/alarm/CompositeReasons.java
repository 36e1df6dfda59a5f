// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Words a composite alarm's reasons as AWS does. */
public final class CompositeReasons {

    private static final DateTimeFormatter DAY = DateTimeFormatter
            .ofPattern("EEEE dd MMMM, yyyy HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private CompositeReasons() {
    }

    /**
     * The reason when a child's change of state changed the composite's.
     *
     * @param child the child, after its change
     * @return the reason
     */
    public static StateReason triggered(AlarmSnapshot child) {
        return new StateReason(
                child.arn() + " transitioned to " + child.state() + " at " + DAY.format(child.since()),
                StateReasonData.triggering(List.of(child)));
    }

    /**
     * The reason of the first evaluation.
     *
     * @param arn the composite's ARN
     * @param state what its rule evaluates to
     * @param children all its children
     * @return the reason
     */
    public static StateReason created(String arn, AlarmState state, List<AlarmSnapshot> children) {
        return new StateReason(arn + " was created and its alarm rule evaluates to " + state,
                StateReasonData.triggering(children));
    }

    /**
     * The reason of the first evaluation after the rule was changed.
     *
     * @param arn the composite's ARN
     * @param state what its rule evaluates to
     * @param children all its children
     * @return the reason
     */
    public static StateReason updated(String arn, AlarmState state, List<AlarmSnapshot> children) {
        return new StateReason(arn + " was updated and its new alarm rule evaluates to " + state,
                StateReasonData.triggering(children));
    }
}
