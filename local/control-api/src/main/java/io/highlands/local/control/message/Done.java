// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The response to an action that returns nothing: it is finished.
 *
 * @param done always true
 */
public record Done(boolean done) {

    /** The only value. */
    public static final Done DONE = new Done(true);
}
