// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

/**
 * One thing that a run needs of this machine.
 *
 * @param what the thing
 * @param good whether it is as needed
 * @param found what was found
 * @param mend how to mend it; empty when there is nothing to mend
 */
record Check(String what, boolean good, String found, String mend) {

    static Check good(String what, String found) {
        return new Check(what, true, found, "");
    }

    static Check bad(String what, String found, String mend) {
        return new Check(what, false, found, mend);
    }

    /** The check as one line. */
    String line() {
        return what + ": " + found + (mend.isEmpty() ? "" : "; " + mend);
    }
}
