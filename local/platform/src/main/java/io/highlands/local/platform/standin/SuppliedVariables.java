// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment variables of a command that say what stands for declared resources. */
public final class SuppliedVariables {

    private static final Pattern NAME = Pattern.compile("HIGHLANDS_[A-Z0-9_]+_(?:URL|VALUE)|" + LocalPostgreSql.HOME);

    private SuppliedVariables() {
    }

    /**
     * Picks them.
     *
     * @param environment the environment variables of a command
     * @return those of them, by name; values may hold passwords
     */
    public static Map<String, String> of(Map<String, String> environment) {
        return environment.entrySet().stream().filter(variable -> NAME.matcher(variable.getKey()).matches())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
