// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What pages are held against.
 *
 * @param alarms the alarms that there are
 * @param operations what local mode serves of AWS's APIs, as {@code ecs:DescribeServices}, by the service's signing name
 * @param fault what is wrong with a rehearsal's fault and its {@code fis}, in one line, or nothing
 * @param syntax what is wrong with a piece of POSIX sh, in one line, or nothing
 */
public record LintFacts(DeclaredAlarms alarms, Set<String> operations,
        Function<RehearsalSpec, Optional<String>> fault, Function<String, Optional<String>> syntax) {

    public LintFacts {
        operations = Set.copyOf(operations);
    }
}
