// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Kinds of alarms, each with a page of its name. An alarm is named {@code KIND[-INSTANCE]} behind {@code highlands-ENV-}. */
public final class AlarmKinds {

    private AlarmKinds() {
    }

    /**
     * Whether an alarm may be of a kind: another kind may begin with this one's name.
     *
     * @param alarm the alarm's name, without {@code highlands-ENV-}
     * @param kind the kind
     * @return whether its name begins with the kind
     */
    public static boolean begins(String alarm, String kind) {
        return alarm.equals(kind) || alarm.startsWith(kind + "-");
    }

    /**
     * The kind of an alarm: the longest one with which its name begins.
     *
     * @param alarm the alarm's name, without {@code highlands-ENV-}
     * @param kinds all kinds
     * @return the kind, if there is one
     */
    public static Optional<String> of(String alarm, Collection<String> kinds) {
        return kinds.stream().filter(kind -> begins(alarm, kind)).max(Comparator.comparingInt(String::length));
    }
}
