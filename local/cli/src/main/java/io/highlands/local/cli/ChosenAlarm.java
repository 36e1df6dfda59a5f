// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.AlarmEntry;
import io.highlands.local.runbook.AlarmKinds;
import io.highlands.local.runbook.Instance;
import io.highlands.local.runbook.Runbook;

/**
 * The values of a page's variables, as the options of {@code highlands runbooks run} choose them.
 *
 * @param page the page
 * @param alarm the alarm that was named, with or without {@code highlands-ENV-}
 * @param values the values that were given instead
 * @param kinds the kinds of alarms
 */
record ChosenAlarm(Runbook page, Optional<String> alarm, Map<String, String> values, List<String> kinds) {

    private static final String ENVIRONMENT = "HIGHLANDS_ENV";

    /** As a page's own variables may be: what a shell takes as one word. */
    private static final String VALUE = "[A-Za-z0-9._:/@-]+";

    ChosenAlarm {
        if (alarm.isPresent() && !values.isEmpty()) {
            throw new ControlException("--alarm and --with: found both; allowed: one of them");
        }
        if (!values.isEmpty()) {
            check(page, values);
        }
    }

    private static void check(Runbook page, Map<String, String> values) {
        TreeSet<String> allowed = new TreeSet<>(page.variables().keySet());
        allowed.remove(ENVIRONMENT);
        values.forEach((variable, value) -> {
            if (!allowed.contains(variable)) {
                throw new ControlException("--with: found '" + variable + "'; allowed in " + page.file() + ": "
                        + (allowed.isEmpty() ? "none" : String.join(", ", allowed)));
            }
            if (!value.matches(VALUE)) {
                throw new ControlException("--with " + variable + ": found '" + value
                        + "'; allowed: letters, digits and . _ : / @ -");
            }
        });
        allowed.removeAll(values.keySet());
        if (!allowed.isEmpty()) {
            throw new ControlException("--with: missing " + allowed.stream().map(variable -> variable + "=VALUE")
                    .collect(Collectors.joining(", ")) + ", which " + page.file() + " uses too");
        }
    }

    /**
     * The page's variables.
     *
     * @param environment the environment that runs
     * @param services names of its services
     * @param alarms its alarms
     * @return their values
     * @throws ControlException in one line, when the alarm that was named is not deployed, or not of the page's kind
     */
    Instance instance(String environment, List<String> services, List<AlarmEntry> alarms) {
        if (!values.isEmpty()) {
            Map<String, String> given = new LinkedHashMap<>(page.variables());
            given.putAll(values);
            given.replace(ENVIRONMENT, environment);
            return new Instance("", given);
        }
        return Instance.of(page, environment, name(alarms, "highlands-" + environment + "-"), services);
    }

    /** The end of the alarm's name, behind its kind. */
    private String name(List<AlarmEntry> alarms, String prefix) {
        List<AlarmEntry> own = own(alarms, prefix);
        if (alarm.isEmpty()) {
            return own.stream().filter(entry -> entry.state().equals("ALARM")).findFirst()
                    .map(entry -> rest(entry.name(), prefix)).orElseGet(() -> Instance.rehearsed(page));
        }
        String full = alarm.get().startsWith(prefix) ? alarm.get() : prefix + alarm.get();
        return own.stream().map(AlarmEntry::name).filter(full::equals).findFirst().map(found -> rest(found, prefix))
                .orElseThrow(() -> new ControlException("--alarm: found '" + alarm.get() + "'; allowed for "
                        + page.file() + ": " + (own.isEmpty()
                                ? "none, as none is deployed"
                                : own.stream().map(AlarmEntry::name).collect(Collectors.joining(", ")))));
    }

    /** The alarms of the page's kind, without parts of composite ones: those have its name and more at the end. */
    private List<AlarmEntry> own(List<AlarmEntry> alarms, String prefix) {
        List<AlarmEntry> own = alarms.stream().filter(entry -> entry.name().startsWith(prefix))
                .filter(entry -> AlarmKinds.of(entry.name().substring(prefix.length()), kinds)
                        .filter(page.kind()::equals).isPresent())
                .sorted(Comparator.comparing(AlarmEntry::name)).toList();
        return own.stream().filter(entry -> own.stream()
                .noneMatch(other -> entry.name().startsWith(other.name() + "-"))).toList();
    }

    private String rest(String name, String prefix) {
        String rest = name.substring(prefix.length() + page.kind().length());
        return rest.isEmpty() ? "" : rest.substring(1);
    }
}
