// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.net.URI;

import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.ServiceEntry;

/** What has to be so of the running platform before a fault is injected. */
public final class PlatformReadiness {

    private PlatformReadiness() {
    }

    /**
     * Where AWS's APIs are.
     *
     * @param status the platform
     * @return the address, such as {@code http://127.0.0.1:4566}
     * @throws RehearsalException in one line, where the platform was started without them
     */
    public static URI apis(PlatformStatus status) {
        if (status.awsApis().isEmpty()) {
            throw new RehearsalException(
                    "the running platform serves no AWS APIs; start it without --aws-port 0: highlands up -d");
        }
        return URI.create(status.awsApis());
    }

    /**
     * Which service does not run all of its tasks.
     *
     * @param status the platform
     * @return one service in words; empty when all are steady
     */
    public static String unsteady(PlatformStatus status) {
        for (ServiceEntry service : status.services()) {
            int wanted = service.desired();
            if (wanted == 0 || service.running() != wanted || service.pending() != 0 || !service.stable()) {
                return "%s has %d of %d tasks, %s".formatted(service.name(), service.running(), wanted,
                        service.stable() ? "stable" : "not stable");
            }
        }
        return "";
    }
}
