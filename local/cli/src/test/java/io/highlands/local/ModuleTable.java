// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;

/** The table of modules in {@code local/README.md}: module, subject, and the modules that it knows. */
final class ModuleTable {

    private static final Path README = Path.of("../README.md");
    private static final Pattern ROW = Pattern.compile("\\| \\[`([\\w-]+)`]\\([\\w-]+\\) \\|.*\\| ([^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([\\w-]+)`");
    private static final Pattern PLACE = Pattern.compile(".*/local/([\\w-]+)/target/.*");

    private ModuleTable() {
    }

    /** {@return the modules that each module knows, as the table says} */
    static Map<String, TreeSet<String>> ofTheReadme() {
        Map<String, TreeSet<String>> table = new TreeMap<>();
        for (String line : lines()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                TreeSet<String> known = new TreeSet<>();
                NAME.matcher(row.group(2)).results().forEach(name -> known.add(name.group(1)));
                table.put(row.group(1), known);
            }
        }
        return table;
    }

    /** {@return the folder below {@code local} whose build made the class} */
    static String moduleOf(JavaClass type) {
        String place = type.getSource().orElseThrow().getUri().toString();
        Matcher module = PLACE.matcher(place);
        if (!module.matches()) {
            throw new IllegalStateException(type.getName() + " comes from no module of local: " + place);
        }
        return module.group(1);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(README);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
