// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.durability;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.highlands.local.bench.BenchFolder;

/**
 * {@code bench durability}: kills, fills the disk of, and damages the files of a store under steady ingest, and reads back what
 * was acknowledged more than a second before through the public interfaces.
 */
public final class DurabilityBench {

    private static final Duration WRITTEN = Duration.ofSeconds(20);

    private final Path folder;

    private final PrintWriter out;

    private final List<String> missed = new ArrayList<>();

    private int runs;

    /**
     * Prepares the measurement.
     *
     * @param folder where the stores are made, and deleted again
     * @param out where the figures go
     */
    public DurabilityBench(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    /**
     * How often each.
     *
     * @param kills processes killed under ingest
     * @param fullDisks disks filled, freed and the process killed
     * @param damages files damaged
     * @param seed of the moments and places
     */
    public record Plan(int kills, int fullDisks, int damages, long seed) {}

    /** What befalls a store. */
    @FunctionalInterface
    private interface Scenario {

        void run() throws IOException, InterruptedException;
    }

    /**
     * Runs the plan, in about eight seconds for each of its parts.
     *
     * @return whether nothing acknowledged was lost uncounted, nothing was there twice, and each next start worked
     */
    public boolean run(Plan plan) throws IOException, InterruptedException {
        Random random = new Random(plan.seed());
        BenchFolder.delete(folder);
        try {
            for (int i = 1; i <= plan.kills(); i++) {
                round("kill " + i, () -> kill(random));
            }
            BenchFolder.delete(folder);
            for (int i = 1; i <= plan.fullDisks(); i++) {
                boolean freedFirst = i % 2 == 1;
                round("full disk " + i, () -> fullDisk(random, freedFirst));
            }
            for (int i = 0; i < plan.damages(); i++) {
                Damage damage = Damage.values()[i % Damage.values().length];
                round("damage " + (i + 1), () -> damage(random, damage));
            }
        } finally {
            BenchFolder.delete(folder);
        }
        missed.forEach(line -> out.println("missed: " + line));
        out.println(missed.isEmpty() ? "all requirements are met" : missed.size() + " requirements are missed");
        out.flush();
        return missed.isEmpty();
    }

    /** What the processes write as errors stays beside the folder. */
    private StoreProcess start(Path files) throws IOException, InterruptedException {
        Files.createDirectories(files);
        return new StoreProcess(files, folder.resolveSibling(folder.getFileName() + ".log"));
    }

    private void round(String name, Scenario scenario) throws IOException, InterruptedException {
        out.printf("%-14s", name);
        int before = missed.size();
        scenario.run();
        for (int i = before; i < missed.size(); i++) {
            missed.set(i, name + ": " + missed.get(i));
        }
        out.println();
        out.flush();
    }

    /** The files stay from one kill to the next, as they do for a user. */
    private void kill(Random random) throws IOException, InterruptedException {
        DurableRun run = new DurableRun(runs++);
        try (StoreProcess store = start(folder)) {
            run.send(store, Duration.ofMillis(1_500 + random.nextInt(2_500)));
            run.end();
            store.kill();
        }
        try (StoreProcess store = start(folder)) {
            check(run, store, false);
            store.end();
        }
    }

    private void fullDisk(Random random, boolean freedFirst) throws IOException, InterruptedException {
        DurableRun run = new DurableRun(runs++);
        Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("disk"));
        if (mounted.isEmpty()) {
            out.print("left out: mounting a tmpfs takes root on Linux");
            return;
        }
        try (SmallDisk disk = mounted.get()) {
            try (StoreProcess store = start(disk.folder())) {
                run.send(store, Duration.ofMillis(1_000));
                disk.fill();
                run.send(store, Duration.ofMillis(1_500 + random.nextInt(2_000)));
                if (freedFirst) {
                    disk.free();
                    run.send(store, Duration.ofMillis(random.nextInt(2_000)));
                }
                run.end();
                store.kill();
            }
            out.print(freedFirst ? "freed, killed: " : "killed, started, freed: ");
            try (StoreProcess store = start(disk.folder())) {
                check(run, store, false);
                disk.free();
                writes(store);
                store.end();
            }
        }
    }

    private void damage(Random random, Damage damage) throws IOException, InterruptedException {
        DurableRun run = new DurableRun(runs++);
        Path files = folder.resolve("damaged-" + runs);
        boolean inOrder = random.nextBoolean();
        try (StoreProcess store = start(files)) {
            run.send(store, Duration.ofMillis(2_000));
            written(store);
            run.end();
            if (inOrder) {
                store.end();
            } else {
                store.kill();
            }
        }
        out.printf("%s %s: ", inOrder ? "ended," : "killed,", damage.apply(files, random));
        try (StoreProcess store = start(files)) {
            check(run, store, true);
            writes(store);
            store.end();
        }
        try (StoreProcess store = start(files)) {
            store.usage();
            store.end();
        }
    }

    /** What a user sees must say what is missing. A file that is damaged in the middle is found when it is read. */
    private void check(DurableRun run, StoreProcess store, boolean damaged) throws IOException, InterruptedException {
        DurableRun.Found found = run.find(store);
        StoreProcess.Usage usage = store.usage();
        long told = usage.lost() + usage.unreadable();
        out.printf("%d acknowledged, %d missing, %d counted as lost", found.due(), found.missing(), told);
        require(found.missing() <= told, found.missing() + " are missing and " + told + " counted as lost");
        require(found.twice() == 0, found.twice() + " are there twice");
        require(found.missing() == 0 || !usage.said().isEmpty(), "nothing is said of what is missing");
        require(!found.lacksDashboard() || damaged && usage.said().contains("state.duckdb"),
                "the dashboard is missing and not named");
        if (!usage.said().isEmpty()) {
            out.printf("%n%14s%s", "", usage.said());
        }
    }

    private void require(boolean isMet, String otherwise) {
        if (!isMet) {
            missed.add(otherwise);
        }
    }

    /** A store that was started again takes data and writes it. */
    private void writes(StoreProcess store) throws IOException, InterruptedException {
        DurableRun further = new DurableRun(runs++);
        further.send(store, Duration.ofMillis(200));
        require(written(store), "the next start does not write: " + store.usage().said());
        DurableRun.Found found = further.find(store);
        require(found.missing() == 0, "of what was written after it " + found.missing() + " are missing");
    }

    private static boolean written(StoreProcess store) throws InterruptedException {
        long end = System.nanoTime() + WRITTEN.toNanos();
        while (System.nanoTime() < end) {
            StoreProcess.Usage usage = store.usage();
            if (usage.pending() == 0 && usage.healthy()) {
                // the ledger is written right after the files
                TimeUnit.MILLISECONDS.sleep(500);
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return false;
    }
}
