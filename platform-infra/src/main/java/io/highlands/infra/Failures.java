// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** What a person is told when it is not their input that is wrong. */
final class Failures {

    static final String NO_NODE = "node: found none on PATH; allowed: Node.js 20 or later, which the CDK runs on";

    private Failures() {
    }

    static boolean isNodeMissing(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException
                        && String.valueOf(cause.getMessage()).startsWith("Cannot run program"));
    }

    /** The first line that is said: what the CDK says goes on with a stack trace of its own. */
    static String line(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).map(Throwable::getMessage)
                .filter(Objects::nonNull).flatMap(String::lines).filter(line -> !line.isBlank()).findFirst()
                .orElse("the CDK app failed without a message; run it with -Dhighlands.debug=true");
    }
}
