// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.regex.Pattern;

/** Forms of Amazon resource names that settings accept. */
final class Arn {

    private Arn() {
    }

    static Pattern of(String service, String resource) {
        return Pattern.compile("arn:aws[a-z-]*:%s:[a-z0-9-]+:\\d{12}:%s".formatted(service, resource));
    }
}
