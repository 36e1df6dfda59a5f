// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Classes that are read at one sitting, and modules that one person can know. Sizes are lines of the source files. */
class SourceSizeTest {

    private static final Path LOCAL = Path.of("..");
    private static final int MAX_CLASS = 300;
    private static final int MAX_MEDIAN = 90;
    private static final int MAX_MODULE = 12_000;

    private final Map<String, Map<Path, Integer>> modules = modules();

    @Test
    void noClassIsLongerThan300Lines() {
        assertThat(modules.values()).allSatisfy(files -> assertThat(files)
                .allSatisfy((file, lines) -> assertThat(lines).as(file.toString()).isLessThanOrEqualTo(MAX_CLASS)));
    }

    @Test
    void theMedianClassIsShorterThan90Lines() {
        List<Integer> sizes = modules.values().stream().flatMap(files -> files.values().stream()).sorted().toList();
        assertThat(sizes.get(sizes.size() / 2)).isLessThan(MAX_MEDIAN);
    }

    @Test
    void noModuleIsLargerThan12000Lines() {
        assertThat(modules).isNotEmpty().allSatisfy((module, files) -> assertThat(
                files.values().stream().mapToInt(Integer::intValue).sum()).as(module)
                .isLessThanOrEqualTo(MAX_MODULE));
    }

    private static Map<String, Map<Path, Integer>> modules() {
        Map<String, Map<Path, Integer>> modules = new TreeMap<>();
        try (Stream<Path> folders = Files.list(LOCAL)) {
            for (Path folder : folders.filter(folder -> Files.exists(folder.resolve("src/main/java"))).toList()) {
                modules.put(folder.getFileName().toString(), sizes(folder.resolve("src/main/java")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return modules;
    }

    private static Map<Path, Integer> sizes(Path sources) throws IOException {
        Map<Path, Integer> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")
                    && !file.endsWith("package-info.java")).toList()) {
                sizes.put(file, Files.readAllLines(file).size());
            }
        }
        return sizes;
    }
}
