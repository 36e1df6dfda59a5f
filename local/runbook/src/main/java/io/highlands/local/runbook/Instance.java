// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of the alarms that a page is about, as the page's variables say it.
 *
 * @param name what makes it one of several of its kind, such as {@code service-b-service-a}; empty for the only one
 * @param variables the page's variables with its values
 */
public record Instance(String name, Map<String, String> variables) {

    private static final String ENVIRONMENT = "HIGHLANDS_ENV";

    /**
     * Fills a page's variables in. The page names the alarm that its rehearsal expects, and the values that go with it:
     * where these values stand in the alarm's name, those of another alarm stand in its.
     *
     * @param page the page
     * @param environment the environment that runs
     * @param name the instance
     * @param services the services that there are
     * @return its variables
     */
    public static Instance of(Runbook page, String environment, String name, Collection<String> services) {
        Map<String, String> values = new LinkedHashMap<>(page.variables());
        String shown = values.getOrDefault(ENVIRONMENT, environment);
        values.replaceAll((variable, value) -> value.replace("highlands-" + shown + "-",
                "highlands-" + environment + "-"));
        values.replace(ENVIRONMENT, environment);
        page.front().rehearsal().map(RehearsalSpec::with).ifPresent(with -> {
            with.forEach(values::replace);
            List<String> names = new ArrayList<>();
            Matcher found = Pattern.compile(form(rehearsed(page), with, services, names)).matcher(name);
            if (found.matches()) {
                for (int i = 0; i < names.size(); i++) {
                    String rehearsed = with.get(names.get(i));
                    String own = found.group(i + 1);
                    // Also where a value is made of it, as the name of a task definition is
                    values.replaceAll((variable, value) -> names.contains(variable)
                            ? value
                            : ReplacedNames.in(value, Map.of(rehearsed, own)));
                    values.replace(names.get(i), own);
                }
            }
        });
        return new Instance(name, values);
    }

    /**
     * The instance that the page's rehearsal expects.
     *
     * @param page the page
     * @return its name; empty for the only one of its kind, and without a rehearsal
     */
    public static String rehearsed(Runbook page) {
        return page.front().expects().stream().filter(alarm -> alarm.startsWith(page.kind() + "-")).findFirst()
                .map(alarm -> alarm.substring(page.kind().length() + 1)).orElse("");
    }

    /** The rehearsed instance with a group for each value in it; the names of the groups' variables are collected. */
    private static String form(String rehearsed, Map<String, String> with, Collection<String> services,
            List<String> names) {
        String any = services.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
        StringBuilder form = new StringBuilder();
        String rest = rehearsed;
        while (!rest.isEmpty()) {
            String left = rest;
            var value = with.entrySet().stream()
                    .filter(entry -> left.startsWith(entry.getValue()) && !names.contains(entry.getKey())).findFirst();
            if (value.isPresent()) {
                names.add(value.get().getKey());
                form.append(any);
                rest = rest.substring(value.get().getValue().length());
            } else {
                form.append(Pattern.quote(rest.substring(0, 1)));
                rest = rest.substring(1);
            }
        }
        return form.toString();
    }

    /** {@return the command that sets the variables} */
    public String export() {
        return variables.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" ", "export ", ""));
    }

    /**
     * A command as it is pasted into a shell.
     *
     * @param step a command of the page
     * @return the variables, where the page has some, and the command
     */
    public String pasted(Step step) {
        return variables.isEmpty() ? step.command() : export() + "\n" + step.command();
    }
}
