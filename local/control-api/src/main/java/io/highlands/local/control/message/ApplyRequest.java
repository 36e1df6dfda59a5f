// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.Map;

/**
 * The body of {@code POST /apply}, which deploys changed templates and images to the running platform.
 *
 * @param assembly the folder of the cloud assembly, as an absolute path
 * @param sideBySide whether the changed services are deployed concurrently instead of one after another
 * @param scale the numbers of tasks that services are to have from now on, by the service's name
 * @param variables environment variables of the command that supply declared resources, by name; values may hold passwords
 */
public record ApplyRequest(String assembly, boolean sideBySide, Map<String, Integer> scale,
        Map<String, String> variables) {

    /** Copies numbers and variables. */
    public ApplyRequest {
        scale = Map.copyOf(scale);
        variables = Map.copyOf(variables);
    }

    /**
     * A change of templates and images alone.
     *
     * @param assembly the folder of the cloud assembly, as an absolute path
     * @param sideBySide whether the changed services are deployed concurrently
     */
    public ApplyRequest(String assembly, boolean sideBySide) {
        this(assembly, sideBySide, Map.of(), Map.of());
    }

    /** {@return all but the values of variables} */
    @Override
    public String toString() {
        return "ApplyRequest[assembly=%s, sideBySide=%s, scale=%s, variables=%s]".formatted(assembly, sideBySide, scale,
                variables.keySet());
    }
}
