// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.runbook.AlarmKinds;
import io.highlands.local.runbook.FrontMatter;
import io.highlands.local.runbook.RehearsalSpec;
import io.highlands.local.runbook.ReplacedNames;
import io.highlands.local.runbook.Runbook;

/**
 * The services on which pages are rehearsed, in place of those that the pages name. What else fails with a service is known
 * for the shipped ones alone, so only the page's own alarm has to fire; others of the kinds that the page names may.
 *
 * @param services a service of the deployment, by the one that pages name
 * @param kinds the kinds of alarms
 * @param deployed the deployed alarms, without {@code highlands-ENV-}
 */
record ReplacedServices(Map<String, String> services, List<String> kinds, Set<String> deployed) {

    ReplacedServices(Map<String, String> services, Collection<String> kinds, Collection<String> deployed) {
        this(new LinkedHashMap<>(services), List.copyOf(kinds), new TreeSet<>(deployed));
    }

    /**
     * Replaces services in pages.
     *
     * @param pages pages that say how they are rehearsed
     * @return them, rehearsed on the services of the deployment
     * @throws RehearsalException in one line, where no page names a service, or where nothing deploys a page's own alarm
     */
    List<Runbook> in(List<Runbook> pages) {
        return deployed(pages, line -> {
            throw new RehearsalException(line);
        });
    }

    /**
     * Replaces services in pages, and leaves out those whose own alarm nothing deploys.
     *
     * @param pages pages that say how they are rehearsed
     * @param leftOut takes a line for each that is left out
     * @return the others, rehearsed on the services of the deployment
     * @throws RehearsalException in one line, where no page names a service
     */
    List<Runbook> deployed(List<Runbook> pages, Consumer<String> leftOut) {
        Set<String> named = pages.stream().flatMap(page -> spec(page).services().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String service : services.keySet()) {
            if (!named.contains(service)) {
                throw new RehearsalException("--service: found '%s'; allowed: %s".formatted(service,
                        named.isEmpty() ? "none, the pages name no service" : String.join(", ", named)));
            }
        }
        List<Runbook> replaced = new ArrayList<>();
        for (Runbook page : pages) {
            boolean concerned = spec(page).services().stream().anyMatch(services::containsKey);
            Runbook here = concerned ? page.with(replaced(page.front())) : page;
            Optional<String> missing = missing(page, here);
            missing.ifPresentOrElse(leftOut, () -> replaced.add(here));
        }
        return replaced;
    }

    private FrontMatter replaced(FrontMatter front) {
        RehearsalSpec spec = front.rehearsal().orElseThrow();
        Map<String, String> with = new LinkedHashMap<>();
        spec.with().forEach((variable, value) -> with.put(variable, replaced(value, spec)));
        List<String> own = front.expects().stream().filter(alarm -> kind(alarm).equals(front.alarm()))
                .map(alarm -> replaced(alarm, spec)).toList();
        Set<String> bearable = Stream.concat(front.expects().stream(), front.mayAlsoFire().stream()).map(this::kind)
                .collect(Collectors.toSet());
        return front.rehearsed(spec.on(replaced(spec.fault(), spec), with), own, deployed.stream()
                .filter(alarm -> bearable.contains(kind(alarm)) && !own.contains(alarm)).toList());
    }

    /** Which alarm of its own nothing deploys; a page that needs tracing has it deployed with tracing. */
    private Optional<String> missing(Runbook page, Runbook replaced) {
        String kind = page.front().alarm();
        return replaced.front().expects().stream().filter(alarm -> kind(alarm).equals(kind))
                .filter(alarm -> !deployed.contains(alarm) && !spec(page).needsTracing()).findFirst()
                .map(alarm -> "%s: nothing deploys the alarm %s; allowed: %s; name services by%s".formatted(page.file(),
                        alarm,
                        deployed.stream().filter(each -> kind(each).equals(kind)).collect(Collectors.joining(", ")),
                        spec(page).services().stream().map(" --service %s=NAME"::formatted)
                                .collect(Collectors.joining())));
    }

    /** One name may begin another of the page, and a hyphen parts the names of an alarm. */
    private String replaced(String text, RehearsalSpec spec) {
        Map<String, String> names = new LinkedHashMap<>(services);
        spec.services().forEach(name -> names.putIfAbsent(name, name));
        return ReplacedNames.in(text, names);
    }

    private String kind(String alarm) {
        return AlarmKinds.of(alarm, kinds).orElse(alarm);
    }

    private static RehearsalSpec spec(Runbook page) {
        return page.front().rehearsal().orElseThrow();
    }
}
