// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

/** Who made a failed answer. */
public enum Maker {

    /** The caller's proxy: no host, refused, reset, or it waited no longer. */
    CALLER_PROXY,

    /** The callee's proxy: its process refused, reset or did not answer. */
    CALLEE_PROXY,

    /** The callee itself. */
    CALLEE,

    /** The callee or its proxy, whose access log is not there to tell. */
    CALLEE_SIDE
}
