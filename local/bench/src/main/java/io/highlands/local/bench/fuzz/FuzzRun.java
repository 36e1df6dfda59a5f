// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Gives one target its inputs, in a thread that is watched. An input is made of the seed, the target's name and its index
 * alone, so that each can be repeated by itself.
 */
final class FuzzRun {

    private static final double MAX_SECONDS = 5;
    /** A target that takes this long is given up: a thread in a loop cannot be stopped. */
    private static final double GIVEN_UP_SECONDS = 30;
    private static final double MAX_GROWTH = 1.1;
    /** Fewer inputs say nothing about growth: caches and classes are still filled. */
    private static final int MIN_FOR_GROWTH = 20_000;
    private static final int MAX_FAILURES = 25;

    private final String name;
    private final FuzzTarget target;
    private final long seed;
    private final LoggedErrors logged;
    private final List<Failure> failures = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();
    private volatile int index;
    private volatile long started;
    private volatile double longest;
    private volatile int longestAt;
    private volatile boolean isDone;
    private long failed;
    private double heapAtTenth;
    private double heapAtEnd;

    FuzzRun(String name, FuzzTarget target, long seed, LoggedErrors logged) {
        this.name = name;
        this.target = target;
        this.seed = seed;
        this.logged = logged;
    }

    /**
     * An input that was not taken as it must be.
     *
     * @param index which one
     * @param what what was wrong
     * @param input the input as it is printed
     */
    record Failure(int index, String what, String input) {}

    /** Takes inputs from one index on; returns when all were taken, or one is given up. */
    void run(int from, int count) throws InterruptedException {
        started = System.nanoTime();
        index = from;
        Thread thread = Thread.ofPlatform().daemon().name("fuzz-" + name).start(() -> take(from, count));
        while (!isDone) {
            TimeUnit.MILLISECONDS.sleep(20);
            if (!isDone && seconds() > GIVEN_UP_SECONDS) {
                fail("no end after " + (int) GIVEN_UP_SECONDS + " s, in " + stack(thread.getStackTrace()));
                return;
            }
        }
    }

    private double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    private void take(int from, int count) {
        for (int i = from; i < from + count; i++) {
            index = i;
            started = System.nanoTime();
            byte[] input = target.input(random(i));
            take(input);
            if (isSlow(input)) {
                fail("it took %.1f s".formatted(seconds()));
            }
            if (seconds() > longest) {
                longest = seconds();
                longestAt = i;
            }
            if (count >= MIN_FOR_GROWTH && i == from + count / 10) {
                heapAtTenth = heap();
            }
        }
        if (count >= MIN_FOR_GROWTH) {
            heapAtEnd = heap();
            if (heapAtEnd > heapAtTenth * MAX_GROWTH) {
                fail("the heap grew from %.1f to %.1f MiB".formatted(heapAtTenth, heapAtEnd));
            }
        }
        isDone = true;
    }

    private void take(byte[] input) {
        try {
            Told.fault(target.take(input), target.shown(input)).ifPresent(this::fail);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError thrown) {
            fail(thrown + ", in " + stack(thrown.getStackTrace()));
        }
        logged.next().ifPresent(thrown -> fail("logged " + thrown + ", in " + stack(thrown.getStackTrace())));
    }

    /** {@return whether an input takes too long a second time: the first may have met a machine that stood still} */
    private boolean isSlow(byte[] input) {
        if (seconds() <= MAX_SECONDS) {
            return false;
        }
        started = System.nanoTime();
        take(input);
        return seconds() > MAX_SECONDS;
    }

    private synchronized void fail(String what) {
        failed++;
        String kind = what.replaceAll("'[^']*'|\\d+", "");
        if (kinds.add(kind.substring(0, Math.min(80, kind.length()))) && failures.size() < MAX_FAILURES) {
            failures.add(new Failure(index, what, shortened(target.shown(target.input(random(index))))));
        }
    }

    private SplittableRandom random(int i) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ (long) name.hashCode() << 32 ^ i);
    }

    private static String stack(StackTraceElement[] frames) {
        return String.join(" < ", Arrays.stream(frames).filter(frame -> !frame.getClassName().startsWith("java."))
                .limit(6).map(frame -> frame.getFileName() + ":" + frame.getLineNumber()).toList());
    }

    private static String shortened(String input) {
        String text = input.length() <= 600
                ? input
                : input.substring(0, 400) + "… (" + input.length() + " characters) …"
                        + input.substring(input.length() - 100);
        return text.replace("\r", "\\r").replace("\n", "\\n").replaceAll("\\p{Cntrl}", "·");
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
    }

    synchronized List<Failure> failures() {
        return List.copyOf(failures);
    }

    synchronized long failed() {
        return failed;
    }

    double longest() {
        return longest;
    }

    int longestAt() {
        return longestAt;
    }

    /** {@return the heap after the first tenth and at the end, in MiB, where it was measured} */
    Optional<String> heaps() {
        return heapAtTenth == 0 ? Optional.empty() : Optional.of("%.1f, %.1f MiB".formatted(heapAtTenth, heapAtEnd));
    }
}
