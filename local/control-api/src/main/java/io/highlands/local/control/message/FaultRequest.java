// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.Optional;

/**
 * The body of {@code POST /fault}, which injects a fault.
 *
 * @param specification the fault specification, such as {@code latency service-b:service-c delay=3s}
 * @param lasting after which time it is cleared automatically, such as {@code 90s} or {@code 5m}
 * @param holder the process with whose end it is cleared, as {@code PID:STARTMILLIS}; the start in milliseconds since
 *            1970-01-01T00:00:00Z
 */
public record FaultRequest(String specification, Optional<String> lasting, Optional<String> holder) {}
