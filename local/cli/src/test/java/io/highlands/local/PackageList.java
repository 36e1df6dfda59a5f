// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code local/packages.txt}: each package of local mode, and the packages that it knows. */
final class PackageList {

    static final String HINT = "local/packages.txt; -Dupdate.packages=true writes it, and a reviewer reads the difference";

    private static final Path FILE = Path.of("../packages.txt");

    private PackageList() {
    }

    static Map<String, TreeSet<String>> read() {
        Map<String, TreeSet<String>> list = new TreeMap<>();
        try (Stream<String> lines = Files.lines(FILE)) {
            lines.filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] sides = line.split(":", 2);
                list.put(sides[0], Arrays.stream(sides[1].split(",")).map(String::strip)
                        .filter(name -> !name.isEmpty()).collect(Collectors.toCollection(TreeSet::new)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list;
    }

    static void updateIfAsked(Map<String, TreeSet<String>> found) {
        if (!Boolean.getBoolean("update.packages")) {
            return;
        }
        StringBuilder text = new StringBuilder("# Each package of local mode, and the packages that it knows. "
                + "ArchitectureTest holds it; -Dupdate.packages=true writes it.\n");
        found.forEach((name, known) -> text.append(name).append(':')
                .append(known.isEmpty() ? "" : " " + String.join(", ", known)).append('\n'));
        try {
            Files.writeString(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
