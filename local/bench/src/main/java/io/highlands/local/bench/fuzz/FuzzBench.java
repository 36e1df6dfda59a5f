// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import io.highlands.local.control.ControlException;

/**
 * {@code bench fuzz}: each parser and server that a user reaches takes inputs that a grammar makes and mutations spoil. None
 * may end with an unexpected error, take more than five seconds, leave memory behind, or tell a user of Java.
 */
public final class FuzzBench {

    private final Path folder;
    private final PrintWriter out;

    /**
     * Prepares it.
     *
     * @param folder a folder for files, which is made
     * @param out where it says what it found
     */
    public FuzzBench(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    /**
     * What to run.
     *
     * @param seed what the inputs are made of
     * @param inputs how many, of all targets together or of the only one
     * @param only the only target, if not all
     * @param at the index of the only input, if not all from 0 on
     */
    public record Plan(long seed, int inputs, Optional<String> only, OptionalInt at) {}

    /**
     * Gives each target its inputs, in minutes to an hour, and prints what each of them was told.
     *
     * @param plan what to run
     * @return whether every input was taken as it must be
     * @throws ControlException when there is no such target
     */
    public boolean run(Plan plan) throws Exception {
        if (plan.only().isPresent() && !Targets.names().contains(plan.only().get())) {
            throw new ControlException("--only " + plan.only().get() + ": allowed are "
                    + String.join(", ", Targets.names()));
        }
        if (plan.at().isPresent() && plan.only().isEmpty()) {
            throw new ControlException("--at needs a target: --only TARGET");
        }
        long failed = 0;
        try (LoggedErrors logged = new LoggedErrors(); FuzzWorld world = new FuzzWorld(folder)) {
            for (Targets target : Targets.values()) {
                if (plan.only().isEmpty() || plan.only().get().equals(target.id())) {
                    failed += run(target, plan, world, logged);
                }
            }
        }
        out.println(failed == 0 ? "all requirements are met" : failed + " inputs failed");
        out.flush();
        return failed == 0;
    }

    private long run(Targets kind, Plan plan, FuzzWorld world, LoggedErrors logged) throws Exception {
        int count = plan.at().isPresent() ? 1 : plan.only().isPresent() ? plan.inputs() : kind.share(plan.inputs());
        long start = System.nanoTime();
        try (FuzzTarget target = kind.open(world)) {
            FuzzRun run = new FuzzRun(kind.id(), target, plan.seed(), logged);
            run.run(plan.at().orElse(0), count);
            out.printf("%-14s %7d inputs, %6.1f s, longest %.2f s (at %d)%s: %s%n", kind.id(), count,
                    (System.nanoTime() - start) / 1e9, run.longest(), run.longestAt(),
                    run.heaps().map(heaps -> ", heap " + heaps).orElse(""),
                    run.failed() == 0 ? "held" : run.failed() + " failed");
            for (FuzzRun.Failure failure : run.failures()) {
                out.printf("  --only %s --seed %d --at %d: %s%n    %s%n", kind.id(), plan.seed(), failure.index(),
                        failure.what(), failure.input());
            }
            out.flush();
            return run.failed();
        }
    }
}
