// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/** The poms that name each service: the list of modules, and the module that depends on every service. */
final class Poms implements Modules {

    private static final Pattern MODULE = Pattern.compile("(?m)^( *)<module>([^<]+)</module>(\\R)");
    private static final Pattern DEPENDENCY = Pattern.compile("(?ms)^ *<dependency>.*?</dependency>\\R");
    private static final Pattern DEPENDED = Pattern
            .compile("(<groupId>[^<*]+</groupId>\\s*<artifactId>)([^<]+)(</artifactId>)");
    private static final Pattern PARENT = Pattern.compile("(?s)<parent>.*?<version>([^<]+)</version>.*?</parent>");
    private static final Pattern ARTIFACT = Pattern.compile("(?s)(?:<parent>.*?</parent>.*?)?<artifactId>([^<]+)<");
    private static final int DEPTH = 3;
    /** Folders of builds, copies and state. */
    private static final Set<String> NO_SOURCES = Set.of("target", ".highlands", ".git", "node_modules");

    private final Path folder;
    private final Path modules;
    private final Path every;
    private final Path root;

    Poms(Checkout checkout) {
        this.root = checkout.root();
        this.folder = checkout.images();
        this.modules = folder.resolve("pom.xml");
        this.every = folder.resolve("every-service/pom.xml");
    }

    @Override
    public Path folder() {
        return folder;
    }

    /** With the version of the checkout, which a service's pom names as its parent's. */
    @Override
    public ModuleStyle style() {
        Matcher parent = PARENT.matcher(read(modules));
        if (!parent.find()) {
            throw new ControlException(modules + ": found no version of its parent; allowed: one");
        }
        return new ModuleStyle("pom.xml", "io.highlands.service.", Map.of("parent.version", parent.group(1)), true);
    }

    @Override
    public void refuseTaken(String name) {
        poms().stream().sorted().filter(file -> {
            Matcher artifact = ARTIFACT.matcher(read(file));
            return artifact.find() && artifact.group(1).equals(name);
        }).findFirst().ifPresent(file -> {
            throw new ControlException("'" + name + "' is the name of the module in "
                    + root.relativize(file.getParent()) + "; allowed: a name without a module");
        });
    }

    private List<Path> poms() {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, Set.of(), DEPTH, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NO_SOURCES.contains(String.valueOf(folder.getFileName())) && !folder.equals(root)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && file.endsWith("pom.xml")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    throw new ControlException(file + " cannot be read: " + FileErrors.reason(e), e);
                }
            });
        } catch (IOException e) {
            throw new ControlException(root + " cannot be read: " + FileErrors.reason(e), e);
        }
        return found;
    }

    @Override
    public SequencedMap<Path, String> with(String name, List<String> declared) {
        SequencedMap<Path, String> poms = new LinkedHashMap<>();
        poms.put(modules, modulesWith(name, declared));
        poms.put(every, everyServiceWith(name));
        return poms;
    }

    /** After the last of the services that the list has. */
    private String modulesWith(String name, List<String> services) {
        String text = read(modules);
        int place = -1;
        String line = "";
        for (Matcher module = MODULE.matcher(text); module.find();) {
            if (services.contains(module.group(2))) {
                place = module.end();
                line = module.group(1) + "<module>" + name + "</module>" + module.group(3);
            }
        }
        if (place < 0) {
            throw new ControlException(modules + ": found the module of no declared service; allowed: '<module>"
                    + services.getFirst() + "</module>' in a line of its own");
        }
        return text.substring(0, place) + line + text.substring(place);
    }

    private String everyServiceWith(String name) {
        String text = read(every);
        int place = -1;
        String last = "";
        for (Matcher dependency = DEPENDENCY.matcher(text); dependency.find();) {
            place = dependency.end();
            last = dependency.group();
        }
        Matcher depended = DEPENDED.matcher(last);
        if (!depended.find()) {
            throw new ControlException(every + ": found no dependency; allowed: one on each service");
        }
        String added = depended.replaceFirst(match -> match.group(1) + Matcher.quoteReplacement(name) + match.group(3));
        return text.substring(0, place) + added + text.substring(place);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ControlException(file + " cannot be read: " + FileErrors.reason(e), e);
        }
    }
}
