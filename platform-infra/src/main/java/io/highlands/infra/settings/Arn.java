// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.regex.Pattern;

/** Forms of Amazon resource names that settings accept. */
final class Arn {

    private Arn() {
    }

    /** The Region in a name of the form of {@link #of}. */
    static String region(String arn) {
        return arn.split(":", 5)[3];
    }

    /** The account in a name of the form of {@link #of}. */
    static String account(String arn) {
        return arn.split(":", 6)[4];
    }

    static Pattern of(String service, String resource) {
        return Pattern.compile("arn:aws[a-z-]*:%s:[a-z0-9-]+:\\d{12}:%s".formatted(service, resource));
    }
}
