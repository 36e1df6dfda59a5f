// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.highlands.infra.settings.Environments;
import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.StatedSettings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code docs/environments.md}: what environments' files state differently, and what that makes of the templates.
 * {@code -Dupdate.snapshots=true} writes it anew.
 */
class EnvironmentsPageTest {

    private static final Path PAGE = Path.of("../docs/environments.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z.]+)` \\| (.*?) \\| .* \\|");

    private static final String INTRODUCTION = """
            # How the environments differ

            Each environment is one file in [`platform-infra/environments`](../platform-infra/environments), and differs from \
            the others only where its file says so: prod's file under another name synthesizes to prod's templates with \
            another name in them (`EnvironmentsDifferTest`).

            This page is generated from these files and from the templates. A test fails when it is out of date, and writes \
            it anew:

            ```sh
            ./mvnw -pl platform-infra -am test -Dtest=EnvironmentsPageTest -Dsurefire.failIfNoSpecifiedTests=false \
            -Dupdate.snapshots=true
            ```
            """;

    @Test
    void pageIsAsTheFilesAndTheTemplatesSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("update.snapshots")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() throws IOException {
        return INTRODUCTION
                + """

                        ## Settings

                        What no file states is the same everywhere; _in italics_ is the default that applies where a file states \
                        nothing. What each key means: [platform-infra](../platform-infra/README.md#settings-of-an-environment).

                        """
                + table("setting", Environments.NAMES, settings()) + """

                        ## Why staging is not prod

                        """ + reasons()
                + """

                        ## Resources

                        How many resources each environment's templates hold, where the numbers differ. Shared by all is the stack \
                        `highlands-images`, which is the same in each.

                        """
                + table("resource", Environments.NAMES, resources());
    }

    private static SequencedMap<String, List<String>> settings() throws IOException {
        List<StatedSettings> files = Environments.NAMES.stream().map(EnvironmentFile::of).map(StatedSettings::of)
                .toList();
        var defaults = defaults();
        SequencedSet<String> keys = new LinkedHashSet<>();
        files.reversed().forEach(file -> keys.addAll(file.values().keySet()));
        return rows(new TreeSet<>(keys), key -> files.stream().map(file -> file.values().containsKey(key)
                ? code(file.values().get(key))
                : "_" + defaults.getOrDefault(key.replaceFirst("services\\.[^.]+", "services.NAME"), "none") + "_")
                .toList());
    }

    /** As the table of platform-infra's README has them, which {@code ReadmeTest} holds to the code's keys. */
    private static SequencedMap<String, String> defaults() throws IOException {
        SequencedMap<String, String> defaults = new TreeMap<>();
        Files.readString(Path.of("README.md")).lines().map(ROW::matcher).filter(row -> row.matches())
                .forEach(row -> defaults.put(row.group(1), row.group(2).replace("`", "")));
        return defaults;
    }

    private static String reasons() {
        var staging = StatedSettings.of(EnvironmentFile.of("staging"));
        var prod = StatedSettings.of(EnvironmentFile.of("prod"));
        SequencedMap<String, List<String>> rows = new TreeMap<>();
        staging.values().forEach((key, value) -> {
            if (!value.equals(prod.values().get(key))) {
                rows.put(key, List.of(code(value), code(prod.values().getOrDefault(key, "")),
                        staging.reasons().getOrDefault(key, "")));
            }
        });
        return table("setting", List.of("staging", "prod", "why"), rows);
    }

    private static SequencedMap<String, List<String>> resources() {
        var types = new TreeSet<String>();
        List<TreeMap<String, Integer>> counts = Environments.NAMES.stream().map(EnvironmentsPageTest::counts).toList();
        counts.forEach(count -> types.addAll(count.keySet()));
        return rows(types, type -> counts.stream().map(count -> count.getOrDefault(type, 0).toString()).toList());
    }

    private static TreeMap<String, Integer> counts(String environment) {
        Assembly assembly = Assembly.declared(environment);
        var counts = new TreeMap<String, Integer>();
        assembly.parts().stream().flatMap(part -> assembly.template(part).get("Resources").valueStream())
                .forEach(resource -> counts.merge(resource.get("Type").asString(), 1, Integer::sum));
        return counts;
    }

    /** Rows whose cells are not all the same. */
    private static SequencedMap<String, List<String>> rows(TreeSet<String> keys, Function<String, List<String>> cells) {
        SequencedMap<String, List<String>> rows = new TreeMap<>();
        keys.forEach(key -> {
            if (cells.apply(key).stream().distinct().count() > 1) {
                rows.put(key, cells.apply(key));
            }
        });
        return rows;
    }

    private static String table(String first, List<String> columns, SequencedMap<String, List<String>> rows) {
        return Stream.concat(Stream.of(line(first, columns), line("---", columns.stream().map(_ -> "---").toList())),
                rows.entrySet().stream().map(row -> line("`" + row.getKey() + "`", row.getValue())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |";
    }

    /** Of a name in AWS the part that is its own. */
    private static String code(String value) {
        String shown = Stream.of(value.replace("\"", "").split(", "))
                .map(part -> part.startsWith("arn:") ? part.split(":", 6)[5] : part).collect(Collectors.joining(", "));
        return "`" + shown + "`";
    }
}
