// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.alarmtest.AlarmTests;
import io.highlands.local.alarmtest.TestResult;
import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Environments;
import io.highlands.local.checkout.Synthesis;
import io.highlands.local.error.UserError;

/** {@code highlands alarms test FILE…}. */
@Command(name = "test", mixinStandardHelpOptions = true, description = "Tests alarms over the series that YAML files give, as promtool tests rules; nothing has to run. The files' form: docs/alarm-tests.md.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
        "0:All tests pass.", "1:A test fails; a line says which alarm, when, what was expected and found, and why.",
        "2:A file, template or environment cannot be read; no test was run."})
final class AlarmsTestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Test files.")
    private List<Path> files;

    @Option(names = "--env", paramLabel = "ENV", description = "Test the alarms of this environment in place of the one that the files name.")
    private Optional<String> environment;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<Path, List<TestResult>> results;
        try {
            results = new AlarmTests(AlarmsTestCommand::assembly, environment).run(files);
        } catch (UserError mistake) {
            spec.commandLine().getErr().println("highlands: " + mistake.getMessage());
            return ExitCode.USAGE;
        }
        results.forEach((file, tests) -> tests.forEach(test -> print(file, test, out)));
        long all = results.values().stream().mapToLong(List::size).sum();
        long failed = results.values().stream().flatMap(List::stream).filter(test -> !test.passed()).count();
        out.println(all + (all == 1 ? " test, " : " tests, ") + (failed == 0 ? "all pass" : failed + " failed"));
        return failed == 0 ? 0 : 1;
    }

    private static void print(Path file, TestResult test, PrintWriter out) {
        out.println((test.passed() ? "pass  " : "FAIL  ") + file + ":" + test.line() + ": " + test.name());
        test.failures().forEach(failure -> out.println("      " + failure));
    }

    private static Path assembly(String name) {
        Checkout checkout = Checkout.current();
        Environments.require(checkout.environments(), name);
        return new Synthesis(checkout).upToDate(name);
    }
}
