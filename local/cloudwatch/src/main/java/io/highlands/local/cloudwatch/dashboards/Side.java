// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

/** Which of a chart's two axes. */
public enum Side {

    /** The left axis, the default. */
    LEFT,

    /** The right axis. */
    RIGHT
}
