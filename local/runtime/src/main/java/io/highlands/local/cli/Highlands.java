// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

/** The {@code highlands} command. */
public final class Highlands {

    private Highlands() {
    }
}
