// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.highlands.local.console.drill.DrillRuns;
import io.highlands.local.console.drill.DrillView;
import io.highlands.local.console.drill.RunningDrill;
import io.highlands.local.control.ScoreBook;
import io.highlands.local.control.message.DrillBegun;
import io.highlands.local.control.message.DrillEvent;
import io.highlands.local.control.message.ScoreEntry;

/**
 * The drill that the console begins: the command {@code highlands drill --json} in a process of its own, whose standard input
 * takes what the trainee says, so that it has the rules of one in a terminal. One runs at a time, and it ends with this process.
 */
public final class DrillProcess implements DrillRuns, AutoCloseable {

    private static final String GIVE_UP = "give-up";

    /** A drill looks at the platform before it responds. */
    private static final Duration RESPONSE = Duration.ofSeconds(4);

    private static final long MAX_REPORT_BYTES = 1024 * 1024;

    private final Path folder;
    private final ScoreBook book;
    private final Supplier<Optional<RunningDrill>> platform;
    private final ConsoleCommand command;
    private int number;
    private boolean alive;
    private DrillTranscript transcript = new DrillTranscript();
    private List<String> said = List.of();
    private Optional<String> pending = Optional.empty();
    private Optional<DrillBegun> begun = Optional.empty();
    private Optional<ScoreEntry> score = Optional.empty();
    private Optional<Path> report = Optional.empty();

    /**
     * Begins none yet.
     *
     * @param folder where reports go
     * @param book the scores of all drills
     * @param program the words that start the command, without its own
     * @param platform the drill that runs, whoever began it
     * @param clock what time it is
     */
    public DrillProcess(Path folder, ScoreBook book, List<String> program,
            Supplier<Optional<RunningDrill>> platform, Clock clock) {
        this.folder = folder;
        this.book = book;
        this.platform = platform;
        this.command = new ConsoleCommand(program, clock);
    }

    @Override
    public synchronized void begin(int level, OptionalLong seed) {
        if (alive) {
            throw new IllegalArgumentException("a drill runs already; one runs at a time");
        }
        platform.get().ifPresent(other -> {
            throw new IllegalArgumentException("a drill runs since %s in process %d; one runs at a time"
                    .formatted(other.since(), other.pid()));
        });
        List<String> words = new ArrayList<>(
                List.of("drill", "--json", "--level", Integer.toString(level), "--report", folder.toString()));
        seed.ifPresent(chosen -> words.add("--seed=" + chosen));
        Process drill = command.start("the drill", folder, words, streams -> streams.redirectErrorStream(true));
        number++;
        alive = true;
        transcript = new DrillTranscript();
        said = List.of();
        pending = Optional.empty();
        begun = Optional.empty();
        score = Optional.empty();
        report = Optional.empty();
        Thread.ofPlatform().daemon().name("drill output").start(() -> read(drill));
    }

    private void read(Process drill) {
        DrillTranscript.read(drill.getInputStream(), this::take);
        drill.onExit().join();
        synchronized (this) {
            alive = false;
            pending = Optional.empty();
            notifyAll();
        }
    }

    private synchronized void take(DrillEvent event) {
        event.told().forEach(transcript::add);
        begun = begun.or(event::begun);
        score = score.or(event::score);
        report = report.or(() -> event.report().map(Path::of));
        if (event.input().isPresent()) {
            pending = Optional.empty();
        }
        notifyAll();
    }

    @Override
    public synchronized void answer(List<String> words) {
        DrillBegun drill = begun.orElseThrow(() -> new IllegalArgumentException(alive
                ? "the drill has not begun: it waits for a healthy platform"
                : "no drill runs; begin one"));
        List<String> parts = List.of("where", "kind", "mitigation");
        List<List<String>> allowed = List.of(drill.places(), drill.kinds(), drill.mitigations());
        if (words.isEmpty() || words.size() > parts.size()) {
            throw new IllegalArgumentException(
                    "an answer has a place, and then kind and mitigation or neither of them");
        }
        for (int i = 0; i < words.size(); i++) {
            if (!allowed.get(i).contains(words.get(i))) {
                throw new IllegalArgumentException("%s '%s': allowed are %s".formatted(parts.get(i), words.get(i),
                        String.join(", ", allowed.get(i))));
            }
        }
        say("answer " + String.join(" ", words), () -> pending.isEmpty());
        said = List.copyOf(words);
    }

    @Override
    public synchronized void hint() {
        say("hint", () -> pending.isEmpty());
    }

    @Override
    public synchronized void giveUp() {
        say(GIVE_UP, () -> !alive);
    }

    /** Returns once the drill has responded, or takes long to: one action at a time. */
    private void say(String line, BooleanSupplier done) {
        if (!alive) {
            throw new IllegalArgumentException("no drill runs; begin one");
        }
        pending.ifPresent(before -> {
            throw new IllegalArgumentException("'%s' has no response yet; try again".formatted(before));
        });
        pending = Optional.of(line);
        transcript.add("> " + line);
        try {
            OutputStream input = command.process().orElseThrow().getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
            await(done);
        } catch (IOException ended) {
            throw new IllegalArgumentException("the drill is over", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + RESPONSE.toNanos();
        for (long left = RESPONSE.toMillis(); left > 0 && alive && !done.getAsBoolean(); left = Duration.ofNanos(
                end - System.nanoTime()).toMillis()) {
            wait(left);
        }
    }

    @Override
    public synchronized DrillView view() {
        Optional<RunningDrill> other = alive
                ? Optional.empty()
                : platform.get()
                        .filter(one -> command.process().filter(process -> process.pid() == one.pid()).isEmpty());
        return new DrillView(phase(other), number, command.started(), begun, transcript.lines(), said, score, other);
    }

    private DrillView.Phase phase(Optional<RunningDrill> other) {
        if (other.isPresent()) {
            return DrillView.Phase.ELSEWHERE;
        }
        if (alive) {
            return begun.isPresent() ? DrillView.Phase.RUNNING : DrillView.Phase.WAITING;
        }
        return number == 0 ? DrillView.Phase.NONE : DrillView.Phase.OVER;
    }

    @Override
    public synchronized Optional<String> report() {
        try {
            return !alive && report.isPresent() && Files.size(report.get()) <= MAX_REPORT_BYTES
                    ? Optional.of(Files.readString(report.get()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public List<ScoreEntry> scores() {
        return book.all();
    }

    /** Ends a drill that runs, as Ctrl-C does. */
    @Override
    public synchronized void close() {
        command.close();
    }
}
