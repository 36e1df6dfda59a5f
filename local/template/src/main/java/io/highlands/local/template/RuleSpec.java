// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.util.List;
import java.util.Optional;

/**
 * A rule of a listener. Rules with conditions on anything but the path are refused while the template is read.
 *
 * @param source where it is declared
 * @param priority lower comes first; 1 to 50000, unique within the listener
 * @param paths path patterns, one of which must match: case-sensitive, {@code *} and {@code ?} as wildcards
 * @param action what happens to a request that matches
 * @param example a path that matches, with its query, which the load calls; empty where none is known
 */
public record RuleSpec(Source source, int priority, List<String> paths, ListenerAction action,
        Optional<String> example) {

    /** Copies the list. */
    public RuleSpec {
        paths = List.copyOf(paths);
    }
}
