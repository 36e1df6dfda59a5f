// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlJson;

/**
 * A request to the control interface.
 *
 * @param parameters the parameters of its query
 * @param json its body; empty where it has none
 */
record ControlRequest(Map<String, Deque<String>> parameters, byte[] json) {

    /**
     * A parameter of the query.
     *
     * @throws ControlException when it is not there exactly once
     */
    String parameter(String name) {
        Deque<String> values = parameters.get(name);
        if (values == null || values.size() != 1) {
            throw new ControlException("the query needs one '" + name + "'");
        }
        return values.getFirst();
    }

    /**
     * A parameter that says how long ago something was, an ISO 8601 duration.
     *
     * @throws ControlException in one line, when it is none, of the future or longer ago than is allowed
     */
    Duration since(String name, Duration longest) {
        String text = parameter(name);
        try {
            Duration since = Duration.parse(text);
            if (!since.isNegative() && since.compareTo(longest) <= 0) {
                return since;
            }
        } catch (DateTimeException none) {
            throw since(name, text, longest, none);
        }
        throw since(name, text, longest, null);
    }

    private static ControlException since(String name, String text, Duration longest, Exception cause) {
        return new ControlException(
                "%s: found '%s'; allowed: an ISO 8601 duration such as PT30M, at most %d h".formatted(name,
                        text, longest.toHours()),
                cause);
    }

    /**
     * Reads what the request carries.
     *
     * @param type the record that it must be
     * @throws ControlException in one line, when it is not: the command is then of another version
     */
    <T> T body(Class<T> type) {
        try {
            return ControlJson.read(json, type);
        } catch (ControlException other) {
            throw new ControlException("the command is of another version than the running platform (pid "
                    + ProcessHandle.current().pid() + "); restart it: highlands down, then highlands up ("
                    + other.getMessage() + ")", other);
        }
    }
}
