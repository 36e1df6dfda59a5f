// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

/**
 * One line of the checks before a change.
 *
 * @param isOk whether the deployment may go on
 * @param what was looked at
 * @param found what is there
 * @param mend how to mend it, empty where it is in order
 */
public record CheckResult(boolean isOk, String what, String found, String mend) {

    static CheckResult ok(String what, String found) {
        return new CheckResult(true, what, found, "");
    }

    static CheckResult failed(String what, String found, String mend) {
        return new CheckResult(false, what, found, mend);
    }

    /** {@return the line} */
    @Override
    public String toString() {
        return (isOk ? "ok      " : "failed  ") + what + ": " + found + (mend.isEmpty() ? "" : "; " + mend);
    }
}
