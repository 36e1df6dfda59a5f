// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.rehearsal.shell.ShellResult;

/** A platform that follows a script: its commands answer what a test says, and {@code mitigate} is the mitigation. */
final class ScriptedTarget extends ScriptedFault {

    /** Whether the mitigation takes the fault away. */
    boolean mitigates = true;
    /** Answers by command; a command that is not there answers by whether the fault is injected. */
    final Map<String, String> answers = new HashMap<>();
    /** Commands that see what was before the rehearsal, and for how many seconds. */
    final Map<String, Integer> remembering = new HashMap<>();
    final List<String> commands = new ArrayList<>();
    String refusal = "";
    String unsteady = "";
    /** How many questions in a row are not answered. */
    int unanswered;

    @Override
    public String unsteady() {
        if (unanswered > 0) {
            unanswered--;
            throw new RehearsalException("GET /status: Read timed out");
        }
        return unsteady;
    }

    @Override
    public String inject(String words) {
        if (!refusal.isEmpty()) {
            throw new RehearsalException(refusal);
        }
        return super.inject(words);
    }

    @Override
    public ShellResult run(String command, Map<String, String> variables, Duration timeout) {
        String line = command.strip();
        commands.add(line);
        if (line.equals("mitigate")) {
            mitigate();
            if (mitigates) {
                faults().forEach(this::clear);
            }
        }
        boolean sick = remembering.containsKey(line)
                ? now().isBefore(BEGIN.plusSeconds(remembering.get(line)))
                : disturbed() && !mitigated();
        return new ShellResult(0, answers.getOrDefault(line, sick ? "bad 0\n" : "good 1\n"), "", Duration.ofSeconds(1),
                false);
    }
}
