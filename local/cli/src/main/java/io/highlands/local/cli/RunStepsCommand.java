// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlJson;
import io.highlands.local.control.message.RunbookStepResult;
import io.highlands.local.control.message.ServiceEntry;
import io.highlands.local.rehearsal.RunbookSteps;
import io.highlands.local.rehearsal.StepRun;
import io.highlands.local.runbook.Instance;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookFolder;
import io.highlands.local.runbook.Step;

/** {@code highlands runbooks run RUNBOOK}: the diagnosis of a page on the running platform, and what else of it is named. */
@Command(name = "run", mixinStandardHelpOptions = true, description = {
        "Runs a runbook's steps on the running platform and judges their output by the runbook's patterns: all diagnosis steps, or the ones that are named.",
        "Exit code 0 where nothing is sick, 3 where a step is sick, 1 where one fails, matches no pattern or both, or nothing was run."})
final class RunStepsCommand implements Callable<Integer> {

    private static final int SICK = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUNBOOK", description = "The page, such as edge-latency.")
    private String name;

    @Option(names = "--alarm", paramLabel = "NAME", description = "The alarm whose services the page's variables name, such as edge-latency-service-b-service-c. Default: one of the page's alarms that is in ALARM, else the one of its rehearsal.")
    private String alarm;

    @Option(names = "--with", paramLabel = "VARIABLE=VALUE", description = "A value of each of the page's variables instead, such as --with CALLER=service-b --with CALLEE=service-c.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--step", paramLabel = "NAME", description = "A step to run, in the order given. One that is neither diagnosis nor verification may change something: it is shown and confirmed first.")
    private List<String> names = List.of();

    @Option(names = "--wait", description = "Repeat verification steps until they are healthy, for as long as the page allows.")
    private boolean repeated;

    @Option(names = "--json", description = "Print JSON: a line for each step, as it ends.")
    private boolean json;

    @Option(names = "--aws", paramLabel = "COMMAND", description = "The AWS CLI that the commands are run with. Default: "
            + RehearseCommand.DEBIAN + " where it is, else aws.")
    private String aws;

    @Mixin
    private Confirmation confirmation;

    @Override
    public Integer call() {
        RunbookFolder folder = new RunbookFolder(Checkout.current().runbooks());
        Runbook page = folder.find(name.replaceFirst("^(.*/)?([^/]+?)(\\.md)?$", "$2"))
                .orElseThrow(() -> new ControlException("no page '" + name + "'; there are: "
                        + String.join(", ", folder.kinds())));
        List<Step> steps = steps(page);
        ChosenAlarm chosen = new ChosenAlarm(page, Optional.ofNullable(alarm), values, folder.kinds());
        ControlClient control = Running.require();
        Instance instance = chosen.instance(control.environment(),
                control.status().services().stream().map(ServiceEntry::name).toList(), control.alarms());
        PrintWriter beside = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        beside.println(page.file() + " with "
                + instance.variables().entrySet().stream().map(Object::toString).collect(Collectors.joining(" ")));
        List<Step> changing = steps.stream().filter(Step::isChange).toList();
        if (!changing.isEmpty()) {
            changing.forEach(step -> plan(step, instance, beside));
            if (!confirmation.isGiven(control.environment(), beside)) {
                return 1;
            }
        }
        return run(page, steps, instance, control);
    }

    private List<Step> steps(Runbook page) {
        List<Step> all = page.steps().stream().filter(step -> !step.name().equals(Runbook.VARIABLES)).toList();
        String allowed = all.stream().map(Step::name).collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            List<Step> diagnosis = all.stream().filter(Step::isDiagnosis).toList();
            if (diagnosis.isEmpty()) {
                throw new ControlException(page.file() + " has no diagnosis steps; name steps with --step: " + allowed);
            }
            return diagnosis;
        }
        List<Step> steps = new ArrayList<>();
        for (String wanted : names) {
            steps.add(all.stream().filter(step -> step.name().equals(wanted)).findFirst()
                    .orElseThrow(() -> new ControlException("--step: found '" + wanted + "'; allowed in " + page.file()
                            + ": " + allowed)));
        }
        return steps;
    }

    private static void plan(Step step, Instance instance, PrintWriter out) {
        out.println("\n" + step.name() + " runs");
        instance.pasted(step).lines().forEach(line -> out.println("  " + line));
        if (!step.effect().isEmpty()) {
            out.println("effect: " + step.effect());
        }
        if (!step.risk().isEmpty()) {
            out.println("risk: " + step.risk());
        }
    }

    private int run(Runbook page, List<Step> steps, Instance instance, ControlClient control) {
        RunbookSteps runner = new RunbookSteps(control, RehearseCommand.client(aws));
        // Ctrl-C ends the process with exit code 130 once this has run.
        Thread interrupted = new Thread(runner::close, "end of the steps");
        Runtime.getRuntime().addShutdownHook(interrupted);
        boolean sick = false;
        boolean unclear = false;
        try (runner) {
            for (Step step : steps) {
                StepRun run = repeated && step.isVerification()
                        ? runner.verified(step, instance.variables())
                        : runner.once(step, instance.variables());
                print(StepText.result(page, run, instance));
                sick |= run.isSick();
                unclear |= run.isUnclear();
                if (run.isUnclear() && step.isChange()) {
                    break;
                }
            }
        }
        return sick ? SICK : unclear ? 1 : 0;
    }

    private void print(RunbookStepResult result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(ControlJson.bytes(result), StandardCharsets.UTF_8));
        } else {
            StepText.print(result, out);
        }
        out.flush();
    }
}
