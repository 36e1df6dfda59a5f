// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.drill;

import java.time.Instant;

/**
 * The drill that the platform knows of, whoever began it.
 *
 * @param pid the process that holds it
 * @param since when its faults were injected
 */
public record RunningDrill(long pid, Instant since) {}
