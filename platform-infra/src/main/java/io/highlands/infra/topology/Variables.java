// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.Locale;

/** Environment variables that are named after services and resources. */
final class Variables {

    private Variables() {
    }

    /** Their beginning: {@code SERVICE_A} for {@code service-a}. */
    static String prefix(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
