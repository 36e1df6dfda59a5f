// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of runbooks; it is read when a page is asked for, so that an edit shows at once. */
public final class Runbooks {

    private final Path folder;

    private final String alarmPrefix;

    /**
     * Names the folder.
     *
     * @param folder where the pages are, {@code KIND.md} each; it may be missing
     * @param environment the environment, whose alarms are named {@code highlands-ENV-KIND[-INSTANCE]}
     */
    public Runbooks(Path folder, String environment) {
        this.folder = folder;
        this.alarmPrefix = "highlands-" + environment + "-";
    }

    /**
     * All kinds that have a page.
     *
     * @return their names, sorted
     */
    public List<String> kinds() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[a-z][a-z0-9-]*\\.md")).map(name -> name.replace(".md", ""))
                    .sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /**
     * The kind of an alarm: the longest one that has a page and with which the alarm's name begins.
     *
     * @param alarm the alarm's name
     * @return the kind, if there is one
     */
    public Optional<String> kindOf(String alarm) {
        if (!alarm.startsWith(alarmPrefix)) {
            return Optional.empty();
        }
        String rest = alarm.substring(alarmPrefix.length());
        return kinds().stream().filter(kind -> rest.equals(kind) || rest.startsWith(kind + "-"))
                .max(Comparator.comparingInt(String::length));
    }

    /**
     * A page.
     *
     * @param kind its name
     * @return the page, if there is one
     */
    public Optional<Runbook> find(String kind) {
        if (!kinds().contains(kind)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Runbook.parse(kind, Files.readString(folder.resolve(kind + ".md"))));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
