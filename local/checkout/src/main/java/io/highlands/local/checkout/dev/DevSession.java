// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.dev;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/**
 * Brings what is saved of a service into its running tasks. Saved sources are compiled here. Where none was saved yet, what an
 * IDE or Maven writes to {@code target/classes} counts; the jar of a build counts always.
 */
public final class DevSession implements AutoCloseable {

    /** Replaces the tasks of the service that is edited. */
    @FunctionalInterface
    public interface Deployment {

        /**
         * Waits until the new tasks are healthy.
         *
         * @param image the image folder
         * @throws ControlException in one line, when a new task failed
         */
        void run(Path image);
    }

    /** After which whoever watches may look whether the platform still runs. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final ServiceModule module;
    private final EditedImage image;
    private final Deployment deployment;
    private final PrintWriter out;
    private final SourceCompiler compiler = new SourceCompiler();
    private final ChangeWatch watch;
    private final FileChannel lock;
    /** What the tasks run; null before the first deployment, and after one that failed. */
    private ServiceClasses last;
    /** What healthy tasks run; null before the first deployment. */
    private ServiceClasses healthy;
    private boolean sourcesSaved;

    /**
     * Begins to watch; nothing is deployed yet.
     *
     * @param checkout the checkout
     * @param service the service's name
     * @param deployment replaces its tasks
     * @param out where progress and compile errors go
     * @throws ControlException when there is no such service, or no image of it
     * @throws IOException when a file cannot be read
     */
    public DevSession(Checkout checkout, String service, Deployment deployment, PrintWriter out) throws IOException {
        this.module = ServiceModule.of(checkout, service);
        this.image = new EditedImage(module);
        this.deployment = deployment;
        this.out = out;
        this.lock = lock();
        this.watch = new ChangeWatch(
                List.of(module.java(), module.resources(), module.classes(), module.jar(),
                        module.folder().resolve("pom.xml")));
    }

    /** One session writes the image of a service at a time; the lock ends with the process. */
    private FileChannel lock() throws IOException {
        Files.createDirectories(module.work());
        FileChannel channel = FileChannel.open(module.work().resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // Refused below
        }
        channel.close();
        throw new ControlException("dev: another 'highlands dev " + module.service() + "' watches " + module.folder()
                + "; end it first");
    }

    /** Trains the AOT cache of the libraries where there is none, and deploys the sources. */
    public void begin() throws IOException, InterruptedException {
        image.prepare();
        image.write(ServiceClasses.ofJar(module.jar()));
        if (!image.hasCache()) {
            say("training an AOT cache of the libraries, which every change then starts with ...");
            if (!image.train()) {
                say("warning: no AOT cache came of it, so tasks start slower; see "
                        + module.work().resolve("training.log"));
            }
        }
        compile("sources", System.nanoTime());
        say("watching " + module.folder()
                + "; Ctrl-C ends this, and the tasks run the last change until: highlands up");
    }

    /**
     * Waits for the next change for a moment, and deploys it. What is being written or deleted at that moment, such as the jar by a build
     * in another terminal, is waited for again.
     */
    public void next() throws InterruptedException {
        try {
            take(watch.await(MOMENT));
        } catch (IOException e) {
            waitAgain(e);
        } catch (UncheckedIOException e) {
            waitAgain(e.getCause());
        }
    }

    private void waitAgain(IOException gone) {
        last = null;
        say(FileErrors.line(gone) + "; the next change is tried again");
    }

    private void take(Set<Path> changed) throws IOException {
        if (changed.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        String name = name(changed);
        if (changed.stream().anyMatch(file -> file.endsWith("pom.xml"))) {
            say("pom.xml changed; libraries are taken over by: highlands up");
        }
        if (any(changed, module.java()) || any(changed, module.resources())) {
            sourcesSaved = true;
            compile(name, began);
        } else if (any(changed, module.jar())) {
            deploy(name, began, ServiceClasses.ofJar(module.jar()));
        } else if (any(changed, module.classes()) && !sourcesSaved) {
            deploy(name, began, ServiceClasses.ofFolder(module.jar(), module.classes()));
        }
    }

    private static boolean any(Set<Path> changed, Path folder) {
        return changed.stream().anyMatch(file -> file.startsWith(folder));
    }

    private static String name(Set<Path> changed) {
        String first = changed.iterator().next().getFileName().toString();
        return changed.size() == 1 ? first : first + " and " + (changed.size() - 1) + " more";
    }

    private void compile(String name, long began) throws IOException {
        Path classes = module.work().resolve("classes");
        SourceCompiler.Outcome outcome = compiler.compile(module.sources(), image.libraries(), classes);
        outcome.lines().forEach(out::println);
        if (outcome.succeeded()) {
            deploy(name, began, ServiceClasses.ofSources(module.jar(), classes, module.resources()));
        } else {
            say(name + " does not compile; the task that runs goes on");
        }
    }

    private void deploy(String name, long began, ServiceClasses classes) throws IOException {
        if (last != null && classes.isSameAs(last)) {
            say(name + ": the tasks run these classes");
            return;
        }
        last = classes;
        image.prepare();
        image.write(classes);
        double compiled = seconds(began);
        try {
            deployment.run(image.folder());
            healthy = classes;
            say(String.format(Locale.ROOT, "%s: compiled after %.1f s, in running tasks after %.1f s", name, compiled,
                    seconds(began)));
        } catch (ControlException refused) {
            last = null;
            // What starts tasks later, such as the tracing switch or a restart, takes the image as it then is
            image.write(healthy == null ? ServiceClasses.ofJar(module.jar()) : healthy);
            say(name + ": " + refused.getMessage() + "; the task that ran before goes on");
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private void say(String line) {
        out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + module.service() + ": " + line);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        watch.close();
        compiler.close();
        lock.close();
    }
}
