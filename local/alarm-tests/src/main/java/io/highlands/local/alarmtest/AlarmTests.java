// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs test files. */
public final class AlarmTests {

    private final Function<String, Path> assemblies;
    private final Optional<String> instead;
    private final Map<String, AlarmSet> environments = new HashMap<>();

    /**
     * Prepares to run tests.
     *
     * @param assemblies the cloud assembly of an environment, by the environment's name
     * @param instead the environment to test in place of those that the files name
     */
    public AlarmTests(Function<String, Path> assemblies, Optional<String> instead) {
        this.assemblies = assemblies;
        this.instead = instead;
    }

    /**
     * Runs the tests of files. Before the first runs, all files are read and all names are looked up.
     *
     * @param paths the files
     * @return what became of each test, by file, in the files' order
     * @throws io.highlands.local.error.UserError in one line, when a file or a template cannot be read, or names what is not
     * there; then no test was run
     */
    public Map<Path, List<TestResult>> run(List<Path> paths) {
        Map<Path, List<BoundTest>> bound = new LinkedHashMap<>();
        for (Path path : paths) {
            AlarmTestFile file = AlarmTestFile.read(path);
            AlarmSet set = alarms(path, file);
            List<BoundTest> tests = new ArrayList<>();
            file.tests().forEach(test -> tests.add(BoundTest.of(test, set)));
            bound.put(path, tests);
        }
        Map<Path, List<TestResult>> results = new LinkedHashMap<>();
        bound.forEach((path, tests) -> results.put(path, tests.stream().map(TestRun::of).toList()));
        return results;
    }

    private AlarmSet alarms(Path path, AlarmTestFile file) {
        if (file.environment().isEmpty() && instead.isPresent()) {
            throw new AlarmTestException(path + ": found rule_files, which are of no environment; allowed with --env "
                    + instead.get() + ": a file with 'environment'");
        }
        return file.environment().map(named -> instead.orElse(named))
                .map(name -> environments.computeIfAbsent(name,
                        environment -> AlarmSet.ofEnvironment(assemblies.apply(environment))))
                .orElseGet(() -> AlarmSet.ofTemplates(file.templates()));
    }
}
