// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.dev;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import io.highlands.local.checkout.Folders;
import io.highlands.local.control.ControlException;

/**
 * Compiles the sources of a service with the JDK's compiler in this process, which is warm after the first time: all of
 * them, as a change in one class can break another.
 */
final class SourceCompiler implements AutoCloseable {

    /** As the poms say: Spring reads the names of parameters. */
    private static final List<String> OPTIONS = List.of("-g", "-parameters", "-implicit:none", "-encoding", "UTF-8");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private StandardJavaFileManager files;
    private Map<Path, FileTime> opened = Map.of();

    SourceCompiler() {
        if (compiler == null) {
            throw new ControlException("dev: the Java in " + System.getProperty("java.home")
                    + " has no compiler; allowed: a JDK 25");
        }
    }

    /**
     * What the compiler said.
     *
     * @param succeeded whether there are classes
     * @param lines its messages as javac prints them
     */
    record Outcome(boolean succeeded, List<String> lines) {}

    /**
     * Compiles the files together, with what the compiler of the JDK does by default.
     *
     * @param sources the source files
     * @param classPath jars
     * @param output the folder of the classes, emptied first
     */
    Outcome compile(List<Path> sources, List<Path> classPath, Path output) throws IOException {
        Folders.delete(output);
        Files.createDirectories(output);
        if (sources.isEmpty()) {
            return new Outcome(true, List.of());
        }
        open(classPath);
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
        StringWriter said = new StringWriter();
        boolean succeeded = compiler
                .getTask(said, files, null, OPTIONS, null, files.getJavaFileObjectsFromPaths(sources))
                .call();
        return new Outcome(succeeded, said.toString().lines().toList());
    }

    /** Jars stay open from one time to the next, until the build has made another one. */
    private void open(List<Path> classPath) throws IOException {
        Map<Path, FileTime> now = new LinkedHashMap<>();
        for (Path jar : classPath) {
            now.put(jar, Files.getLastModifiedTime(jar));
        }
        if (files != null && now.equals(opened)) {
            return;
        }
        close();
        files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, new ArrayList<>(now.keySet()));
        opened = now;
    }

    @Override
    public void close() throws IOException {
        if (files != null) {
            files.close();
        }
    }
}
