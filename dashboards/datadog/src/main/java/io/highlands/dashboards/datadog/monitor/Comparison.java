// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.monitor;

/** How a window's value is compared with the threshold. */
enum Comparison {

    ABOVE(">"), AT_LEAST(">="), BELOW("<");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }
}
