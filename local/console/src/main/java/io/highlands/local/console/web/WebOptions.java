// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import io.highlands.local.html.Content;

/**
 * How the console is served.
 *
 * @param port where on 127.0.0.1; 0 for any free one
 * @param environment what runs
 * @param region the Region that it stands for
 * @param timeScale by how much the template's periods are divided
 * @param clock what time it is
 * @param status what the frame shows of the whole, kept up to date, if anything
 * @param notice one line above every page, kept up to date; nothing while there is nothing to tell
 */
public record WebOptions(int port, String environment, String region, int timeScale, Clock clock,
        Optional<Function<Instant, Content>> status, Optional<Function<Instant, Content>> notice) {}
