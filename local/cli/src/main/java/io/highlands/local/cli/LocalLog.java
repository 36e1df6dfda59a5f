// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.StateFolder;
import io.highlands.local.control.message.PlatformStatus;

/** What a background platform wrote last, for a command whose request was not answered. */
final class LocalLog {

    /** Longer than a garbage collection or a busy machine holds a request up. */
    private static final Duration STATUS_TIMEOUT = Duration.ofMinutes(2);

    private static final long POLL_MILLIS = 200;

    private LocalLog() {
    }

    /** {@return the last line of the log, without the command's name; empty where there is none} */
    static Optional<String> lastLine(StateFolder state) {
        return lines(state.processLog()).reversed().stream().filter(line -> !line.isBlank())
                .map(line -> line.replaceFirst("^highlands: ", "")).findFirst();
    }

    /** The lines of a file whatever is in it; none where it cannot be read. */
    static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException absent) {
            return List.of();
        }
    }

    /**
     * Sends a request that takes long.
     *
     * @param state where the platform's files are
     * @param platform the platform
     * @param request the request
     * @throws ControlException with the platform's own refusal, or, when it has ended meanwhile, with its last line
     */
    static <T> T explaining(StateFolder state, ControlClient platform, Supplier<T> request) {
        try {
            return request.get();
        } catch (ControlException lost) {
            if (!(lost.getCause() instanceof IOException)) {
                throw lost;
            }
            if (isAlive(platform)) {
                throw new ControlException(lost.getMessage() + "; it goes on: see highlands status, and "
                        + state.processLog(), lost);
            }
            throw new ControlException("the platform (pid " + platform.pid() + ") ended: "
                    + EndedPlatform.find(state).map(EndedPlatform::reason).or(() -> lastLine(state))
                            .orElse("without a line in " + state.processLog()),
                    lost);
        }
    }

    /** The status of a platform that lives, which may be busy for a while. */
    static PlatformStatus status(StateFolder state, ControlClient platform) throws InterruptedException {
        long deadline = System.nanoTime() + STATUS_TIMEOUT.toNanos();
        while (true) {
            try {
                return platform.status();
            } catch (ControlException lost) {
                if (!(lost.getCause() instanceof IOException) || !isAlive(platform) || System.nanoTime() > deadline) {
                    return explaining(state, platform, () -> {
                        throw lost;
                    });
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
    }

    private static boolean isAlive(ControlClient platform) {
        return ProcessHandle.of(platform.pid()).map(ProcessHandle::isAlive).orElse(false);
    }
}
