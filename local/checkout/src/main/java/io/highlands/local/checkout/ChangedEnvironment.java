// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.highlands.local.control.ControlException;

/** An environment with settings that its file does not have, synthesized beside its own stacks; its file stays as it is. */
public final class ChangedEnvironment {

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]*\\.[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Checkout checkout;
    private final EnvironmentCopy copy;

    /**
     * Environments in a folder of output.
     *
     * @param checkout the checkout
     * @param scratch the folder's name, see {@link Checkout#scratch}
     */
    public ChangedEnvironment(Checkout checkout, String scratch) {
        this.checkout = checkout;
        this.copy = new EnvironmentCopy(checkout, checkout.scratch(scratch));
    }

    /**
     * Synthesizes an environment where its stacks are older than what they are made from.
     *
     * @param environment its name
     * @param settings values by key, such as {@code alarms.burnFast}
     * @return its cloud assembly
     * @throws ControlException in one line, when a setting is none, or the environment cannot be written or synthesized
     */
    public Path synthesized(String environment, Map<String, String> settings) {
        return copy.synthesized(environment, text(environment, settings));
    }

    /** What the environment's file would say. */
    String text(String environment, Map<String, String> settings) {
        EnvironmentText text = EnvironmentText
                .of(YamlText.read(checkout.environments().resolve(environment + ".yaml")));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (!KEY.matcher(setting.getKey()).matches() || !VALUE.matcher(setting.getValue()).matches()) {
                throw new ControlException("'" + setting.getKey() + "=" + setting.getValue()
                        + "' is no setting; allowed: SECTION.KEY=VALUE with a number or a word, such as alarms.burnFast=10");
            }
            String[] key = setting.getKey().split("\\.");
            text = text.with(key[0], key[1], setting.getValue(), List.of());
        }
        return text.text();
    }
}
