// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What servers log of unexpected errors, and what ends their threads, as their users are told nothing of it. */
final class LoggedErrors extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private final Handler[] others = ROOT.getHandlers();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    LoggedErrors() {
        for (Handler other : others) {
            ROOT.removeHandler(other);
        }
        ROOT.addHandler(this);
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> thrown.set(error));
    }

    /** {@return an error that came since the last call} */
    Optional<Throwable> next() {
        return Optional.ofNullable(thrown.getAndSet(null));
    }

    @Override
    public void publish(LogRecord logged) {
        if (logged.getThrown() != null && logged.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()) {
            thrown.set(logged.getThrown());
        }
    }

    @Override
    public void flush() {
        // nothing is kept
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
        for (Handler other : others) {
            ROOT.addHandler(other);
        }
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
