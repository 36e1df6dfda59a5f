// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * The body of {@code POST /attach}: a process that somebody else starts on this machine takes the place of a service's tasks.
 *
 * @param service the service
 * @param port where the process listens, or will, on 127.0.0.1
 * @param holder the command with whose end the service's own tasks come back, as {@code PID:STARTMILLIS}; the start in
 *            milliseconds since 1970-01-01T00:00:00Z
 */
public record AttachRequest(String service, int port, String holder) {}
