// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import io.highlands.local.control.ControlClient;

/**
 * The load of the platform while pages are rehearsed: its own, or what a page needs where that is more. An alarm that wants
 * a number of failed calls in each of its periods fires by luck where a period has few calls.
 */
final class LeastLoad {

    private final ControlClient control;
    private final double own;
    private double now;

    /**
     * Nothing is changed yet.
     *
     * @param control the platform
     * @param own the requests a second that it sends itself
     */
    LeastLoad(ControlClient control, double own) {
        this.control = control;
        this.own = own;
        this.now = own;
    }

    /** Brings the load to what a page needs; without a need, to the platform's own. */
    void require(int perSecond) {
        double wanted = Math.max(own, perSecond);
        if (now != wanted) {
            control.load(wanted);
            now = wanted;
        }
    }

    /** Brings the load back to the platform's own. */
    void restore() {
        require(0);
    }
}
