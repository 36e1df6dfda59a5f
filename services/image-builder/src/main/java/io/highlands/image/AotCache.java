// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The AOT cache of a service, which makes it start in half the time: trained by running the service, with the flags that
 * {@code launch} gives it, in the folder whose relative class path {@code launch} uses.
 *
 * @param javaHome the Java that the service will run on; a cache fits no other
 * @param app folder with app.jar, lib and jvm.options
 */
record AotCache(Path javaHome, Path app) {

    private static final String CLASS = ".class";
    /** The classes that were loaded while a cache of the libraries was trained. */
    private static final String LOADED = "loaded.classes";
    private static final String CACHE = "app.aot";
    /** What the cache is fitted to, as {@code launch fit} prints it; launch compares the two before it uses the cache. */
    private static final String FIT = "app.aot.fit";

    /** Whether the cache is newer than everything that it was made from. */
    boolean isCurrent(Path training) throws IOException {
        Path cache = app.resolve(CACHE);
        if (!Files.exists(cache) || !Files.exists(app.resolve(FIT))) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(cache);
        try (Stream<Path> inputs = Stream.of(Files.list(app.resolve("lib")),
                Stream.of(app.resolve("app.jar"), app.resolve("jvm.options"), app.resolve("launch"),
                        javaHome.resolve("release"), training))
                .flatMap(s -> s)) {
            return inputs.allMatch(input -> modified(input).compareTo(made) <= 0);
        }
    }

    void train(Training training) throws IOException, InterruptedException {
        Files.deleteIfExists(app.resolve(FIT));
        Files.deleteIfExists(app.resolve(CACHE));
        List<String> command = List.of(javaHome.resolve("bin/java").toString(), "@jvm.options",
                "-XX:AOTCacheOutput=" + CACHE, "-jar", "app.jar");
        training.run(command, app);
        if (!Files.exists(app.resolve(CACHE))) {
            throw new IllegalStateException("No AOT cache came of " + command + " in " + app);
        }
        recordFit();
    }

    /**
     * Makes a cache of the libraries' classes alone: it fits whatever the service's own classes are, which lie in classes.jar
     * and come last on the class path. A JVM takes a class path that begins with that of its cache.
     *
     * @see <a href="https://openjdk.org/jeps/310">JEP 310: Application Class-Data Sharing</a>
     */
    void trainLibraries(Training training) throws IOException, InterruptedException {
        Files.deleteIfExists(app.resolve(FIT));
        Files.deleteIfExists(app.resolve(CACHE));
        String java = javaHome.resolve("bin/java").toString();
        training.run(List.of(java, "@jvm.options", "-XX:DumpLoadedClassList=" + LOADED, "@main.options"), app);
        dropOwnClasses(app.resolve(LOADED));
        Process dump = new ProcessBuilder(java, "@jvm.options", "-Xshare:dump", "-XX:+AOTClassLinking",
                "-XX:SharedClassListFile=" + LOADED, "-XX:SharedArchiveFile=" + CACHE, "-cp", "app.jar")
                .directory(app.toFile()).redirectErrorStream(true)
                .redirectOutput(app.resolveSibling("training.log").toFile()).start();
        if (dump.waitFor() != 0 || !Files.exists(app.resolve(CACHE))) {
            throw new IllegalStateException("No AOT cache of the libraries came of it: see training.log in "
                    + app.getParent());
        }
        Files.delete(app.resolve(LOADED));
        recordFit();
    }

    /** A line names a class first, or a lambda form by the class that has it. */
    private void dropOwnClasses(Path list) throws IOException {
        Set<String> own;
        try (ZipFile classes = new ZipFile(app.resolve("classes.jar").toFile())) {
            own = classes.stream().map(ZipEntry::getName).filter(name -> name.endsWith(CLASS))
                    .map(name -> name.substring(0, name.length() - CLASS.length())).collect(Collectors.toSet());
        }
        Files.write(list, Files.readAllLines(list).stream()
                .filter(line -> Stream.of(line.split("[ :]")).noneMatch(own::contains)).toList());
    }

    private void recordFit() throws IOException, InterruptedException {
        ProcessBuilder launch = new ProcessBuilder(app.resolve("launch").toString(), "fit")
                .redirectOutput(app.resolve(FIT).toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        launch.environment().put("JAVA_HOME", javaHome.toString());
        if (launch.start().waitFor() != 0) {
            Files.delete(app.resolve(FIT));
            throw new IllegalStateException("launch fit failed in " + app);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
