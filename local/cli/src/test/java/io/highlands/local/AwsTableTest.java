// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code local/AWS.md} to what it promises: each row has a source, and a test that exists or how local mode differs. */
class AwsTableTest {

    private static final Path ROOT = Path.of("../..");
    private static final int FAULTS = 12;
    private static final Set<String> OUTSIDE = Set.of("target", ".git", "node_modules", "main");
    private static final Pattern FAULT = Pattern.compile("(\\d+) \\S.*");
    private static final Pattern SOURCE = Pattern.compile("\\[[^\\]]+]\\((?:https://|\\.\\./)\\S+\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");
    private static final Pattern DIFFERENCE = Pattern.compile("\\bdiffers: \\S");

    private final List<Row> rows = rows();

    /** One line of the table. */
    private record Row(String fault, String behaviour, String source, String here) {}

    @Test
    void everyFaultHasARow() {
        assertThat(rows).allSatisfy(row -> assertThat(row.fault()).matches(FAULT));
        assertThat(rows).extracting(row -> Integer.valueOf(row.fault().split(" ", 2)[0])).isSorted()
                .contains(numbers()).allSatisfy(number -> assertThat(number).isBetween(1, FAULTS));
    }

    @Test
    void everyRowHasASource() {
        assertThat(rows).allSatisfy(row -> assertThat(row.source()).containsPattern(SOURCE));
    }

    @Test
    void everyRowHasATestOrSaysHowLocalModeDiffers() {
        assertThat(rows).allSatisfy(row -> assertThat(TEST.matcher(row.here()).find()
                || DIFFERENCE.matcher(row.here()).find()).as(row.fault()).isTrue());
    }

    @Test
    void everyTestIsThere() throws IOException {
        Map<String, List<String>> classes = testClasses();
        assertThat(rows).allSatisfy(row -> TEST.matcher(row.here()).results().forEach(test -> assertThat(
                classes.getOrDefault(test.group(1), List.of())).as(row.fault() + ": " + test.group())
                .anyMatch(source -> hasTest(source, test))));
    }

    private static boolean hasTest(String source, MatchResult test) {
        return Pattern.compile("\\bvoid " + test.group(2) + "\\(").matcher(source).find();
    }

    private static Integer[] numbers() {
        Integer[] numbers = new Integer[FAULTS];
        Arrays.setAll(numbers, i -> i + 1);
        return numbers;
    }

    private static List<Row> rows() {
        try {
            List<Row> rows = Files.readAllLines(ROOT.resolve("local/AWS.md")).stream()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| fault |"))
                    .map(line -> line.substring(2, line.length() - 2).split(" \\| ")).map(AwsTableTest::row).toList();
            assertThat(rows).hasSizeGreaterThanOrEqualTo(FAULTS);
            return rows;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Row row(String[] cells) {
        assertThat(cells).as(String.join(" | ", cells)).hasSize(4);
        return new Row(cells[0], cells[1], cells[2], cells[3]);
    }

    /** The sources of all test classes of the tree, by simple name. */
    private static Map<String, List<String>> testClasses() throws IOException {
        Map<String, List<String>> classes = new HashMap<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return OUTSIDE.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (name.endsWith("Test.java")) {
                    classes.computeIfAbsent(name.substring(0, name.length() - ".java".length()),
                            first -> new ArrayList<>()).add(Files.readString(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return classes;
    }
}
