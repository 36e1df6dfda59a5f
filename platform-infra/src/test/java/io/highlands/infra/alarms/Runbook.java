// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A page of the folder {@code runbooks}. */
record Runbook(String name, Map<String, Object> front, String text) {

    static final Path FOLDER = Path.of("../runbooks");

    static List<Runbook> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches("[a-z][a-z0-9-]*\\.md")).sorted()
                    .map(Runbook::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the routine jobs. */
    static List<Runbook> ofAlarms() {
        return all().stream().filter(page -> page.front().containsKey("alarm")).toList();
    }

    static Runbook of(String name) {
        return all().stream().filter(page -> page.name().equals(name)).findFirst().orElseThrow();
    }

    /** AWS's minutes in which its alarm has to fire. */
    @SuppressWarnings("unchecked")
    int firesWithinMinutes() {
        String within = (String) ((Map<String, Object>) front.get("rehearsal")).get("fires-within");
        return Integer.parseInt(within.replace("m", ""));
    }

    static String index() {
        return text(FOLDER.resolve("README.md"));
    }

    /** Names of alarms without what they share, of a list in the front matter. */
    @SuppressWarnings("unchecked")
    List<String> alarms(String key) {
        return (List<String>) front.get(key);
    }

    @SuppressWarnings("unchecked")
    private static Runbook read(Path file) {
        String[] parts = text(file).split("(?m)^---$", 3);
        var yaml = new Load(LoadSettings.builder().build()).loadFromString(parts[1]);
        return new Runbook(file.getFileName().toString().replace(".md", ""), (Map<String, Object>) yaml, parts[2]);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
