// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;

/** A change of state on its way to disk. */
sealed interface StateChange {

    /** A value that is kept. */
    record Kept(String kind, String key, String json) implements StateChange {}

    /** A value that is forgotten. */
    record Deleted(String kind, String key) implements StateChange {}

    /** An entry of a history. */
    record Appended(String kind, String key, long at, long sequence, String json) implements StateChange {

        boolean isOf(String wantedKind, String wantedKey) {
            return kind.equals(wantedKind) && key.equals(wantedKey);
        }

        boolean isIn(Instant from, Instant until) {
            Instant time = Instant.ofEpochMilli(at);
            return !time.isBefore(from) && time.isBefore(until);
        }

        Appended after(long lastSequence) {
            return new Appended(kind, key, at, sequence + lastSequence, json);
        }
    }
}
