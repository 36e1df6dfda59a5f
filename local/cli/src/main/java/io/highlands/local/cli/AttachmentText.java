// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import io.highlands.local.control.message.ServiceAttachment;

/** An attached process as a person reads it. */
final class AttachmentText {

    private AttachmentText() {
    }

    static String line(ServiceAttachment attached) {
        return TerminalWriter.inLine(attached.service() + " to 127.0.0.1:" + attached.port() + ", " + state(attached)
                + attached.waitsFor().map(lacks -> ": " + lacks).orElse(""));
    }

    /** {@return who gets the service's requests} */
    private static String state(ServiceAttachment attached) {
        return switch (attached.state()) {
            case ServiceAttachment.WAITING -> "its own tasks still serve";
            case "ATTACHED" -> "which gets all of its requests";
            default -> "which gets all of its requests and fails its health check";
        };
    }
}
