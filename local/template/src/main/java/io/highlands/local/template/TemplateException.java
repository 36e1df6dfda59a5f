// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import io.highlands.local.error.UserError;

/**
 * A template, a cloud assembly or a local value that cannot be run: one line that names the stack, the logical id and
 * the property, what was found and what is allowed.
 */
public final class TemplateException extends UserError {

    /**
     * Says what is wrong.
     *
     * @param message one line, fit to be shown to a user as it is
     */
    public TemplateException(String message) {
        super(message);
    }

    /**
     * Says what is wrong and why.
     *
     * @param message one line, fit to be shown to a user as it is
     * @param cause what was thrown below
     */
    public TemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}
