// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.List;
import java.util.stream.Collectors;

import io.highlands.local.error.UserError;

/**
 * A body that PutDashboard refuses: AWS's error {@code InvalidParameterInput} (DashboardInvalidInputError), status 400, with
 * its list of DashboardValidationMessages.
 */
public final class InvalidDashboardException extends UserError {

    private static final long serialVersionUID = 1L;

    private final transient List<DashboardMessage> messages;

    InvalidDashboardException(List<DashboardMessage> messages) {
        super("The dashboard body is invalid, there are " + messages.stream().filter(DashboardMessage::error).count()
                + " validation errors: " + messages.stream().filter(DashboardMessage::error).limit(5)
                        .map(message -> message.dataPath() + " " + message.message())
                        .collect(Collectors.joining("; ")));
        this.messages = List.copyOf(messages);
    }

    /**
     * What is wrong.
     *
     * @return errors and warnings
     */
    public List<DashboardMessage> messages() {
        return messages;
    }
}
