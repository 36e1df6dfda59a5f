// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.highlands.infra.topology.InvalidInput;
import io.highlands.infra.topology.Services;

/** What a person is told when it is not their input that is wrong. */
final class Failures {

    static final String NO_NODE = "node: found none on PATH; allowed: Node.js 20 or later, which the CDK runs on";

    private static final String DECLARATIONS = Services.class.getName();

    private Failures() {
    }

    static boolean isNodeMissing(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException
                        && String.valueOf(cause.getMessage()).startsWith("Cannot run program"));
    }

    /**
     * A mistake in the services' declarations, which are constants: the JVM wraps it into an error without a message.
     *
     * @return file and line of the declaration and what is wrong there; empty where the error has another cause
     */
    static Optional<String> inDeclarations(Throwable thrown) {
        if (!(thrown instanceof ExceptionInInitializerError)) {
            return Optional.empty();
        }
        Throwable mistake = cause(thrown);
        return Stream.of(mistake.getStackTrace()).filter(frame -> DECLARATIONS.equals(frame.getClassName()))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber() + ": "
                        + (mistake instanceof InvalidInput
                                ? line(mistake)
                                : "found a declaration that cannot be read"
                                        + Optional.ofNullable(mistake.getMessage()).map(message -> " (" + message + ")")
                                                .orElse("")
                                        + "; allowed: a value for each parameter, none of them null"));
    }

    private static Throwable cause(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).reduce((outer, inner) -> inner)
                .orElse(thrown);
    }

    /** The first line that is said: what the CDK says goes on with a stack trace of its own. */
    static String line(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).map(Throwable::getMessage)
                .filter(Objects::nonNull).flatMap(String::lines).filter(line -> !line.isBlank()).findFirst()
                .orElse("the CDK app failed without a message; run it with -Dhighlands.debug=true");
    }
}
