// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.settings;

/**
 * A setting that keeps the service from starting: which one, what was found and what is allowed.
 */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names a setting that cannot be used, and what is allowed.
     *
     * @param name the variable or property as its owner wrote it
     * @param found the value found
     * @param allowed what is allowed, in words
     */
    public InvalidSettingException(String name, String found, String allowed) {
        super("%s is '%s'; allowed: %s".formatted(name, found, allowed));
    }
}
