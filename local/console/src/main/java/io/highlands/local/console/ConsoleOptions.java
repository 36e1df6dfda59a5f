// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.nio.file.Path;
import java.time.Clock;

/**
 * How the console is served.
 *
 * @param port where on 127.0.0.1 (the command's default is 9090); 0 for any free one
 * @param environment the environment that runs, for example {@code local}
 * @param region the Region that it stands for, for example {@code us-east-1}
 * @param timeScale by how much periods and ranges of deployed dashboards are divided, 1 for real time
 * @param runbooks the folder of the runbooks, {@code KIND.md} each; it may be missing
 * @param clock what time it is
 */
public record ConsoleOptions(int port, String environment, String region, int timeScale, Path runbooks, Clock clock) {}
