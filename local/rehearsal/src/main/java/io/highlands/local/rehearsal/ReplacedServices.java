// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.runbook.FrontMatter;
import io.highlands.local.runbook.RehearsalSpec;
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
        this(new LinkedHashMap<>(services),
                kinds.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList(),
                new TreeSet<>(deployed));
    }

    /**
     * Replaces services in pages.
     *
     * @param pages pages that say how they are rehearsed
     * @return them, rehearsed on the services of the deployment
     * @throws RehearsalException in one line, where no page names a service, or where nothing deploys a page's own alarm
     */
    List<Runbook> in(List<Runbook> pages) {
        Set<String> named = pages.stream().flatMap(page -> named(spec(page)))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String service : services.keySet()) {
            if (!named.contains(service)) {
                throw new RehearsalException("--service: found '%s'; allowed: %s".formatted(service,
                        named.isEmpty() ? "none, the pages name no service" : String.join(", ", named)));
            }
        }
        return pages.stream().map(this::in).toList();
    }

    private Runbook in(Runbook page) {
        boolean concerned = named(spec(page)).anyMatch(services::containsKey);
        Runbook replaced = concerned ? page.with(replaced(page.front())) : page;
        requireDeployed(page, replaced);
        return replaced;
    }

    private FrontMatter replaced(FrontMatter front) {
        RehearsalSpec spec = front.rehearsal().orElseThrow();
        Map<String, String> with = new LinkedHashMap<>();
        spec.with().forEach((variable, value) -> with.put(variable, replaced(value)));
        List<String> own = front.expects().stream().filter(alarm -> kind(alarm).equals(front.alarm()))
                .map(this::replaced).toList();
        Set<String> bearable = Stream.concat(front.expects().stream(), front.mayAlsoFire().stream()).map(this::kind)
                .collect(Collectors.toSet());
        return front.rehearsed(spec.on(replaced(spec.fault()), with), own, deployed.stream()
                .filter(alarm -> bearable.contains(kind(alarm)) && !own.contains(alarm)).toList());
    }

    /** A page that needs tracing has its alarm deployed with it. */
    private void requireDeployed(Runbook page, Runbook replaced) {
        String kind = page.front().alarm();
        if (spec(page).needsTracing()) {
            return;
        }
        for (String alarm : replaced.front().expects()) {
            if (kind(alarm).equals(kind) && !deployed.contains(alarm)) {
                String allowed = deployed.stream().filter(each -> kind(each).equals(kind))
                        .collect(Collectors.joining(", "));
                String options = named(spec(page)).map(" --service %s=NAME"::formatted).collect(Collectors.joining());
                throw new RehearsalException("%s: nothing deploys the alarm %s; allowed: %s; name services by%s"
                        .formatted(page.file(), alarm, allowed, options));
            }
        }
    }

    private String replaced(String text) {
        if (services.isEmpty()) {
            return text;
        }
        Pattern whole = Pattern.compile(services.keySet().stream().map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![a-z0-9])(?:", ")(?![a-z0-9])")));
        return whole.matcher(text).replaceAll(found -> Matcher.quoteReplacement(services.get(found.group())));
    }

    private String kind(String alarm) {
        return kinds.stream().filter(kind -> alarm.equals(kind) || alarm.startsWith(kind + "-")).findFirst()
                .orElse(alarm);
    }

    /** The services of a fault: {@code KIND SERVICE …} or {@code KIND CALLER:CALLEE …}. */
    private static Stream<String> named(RehearsalSpec spec) {
        return Stream.of(spec.fault().split(" ")).skip(1).limit(1).filter(word -> !word.contains("="))
                .flatMap(word -> Stream.of(word.split(":")));
    }

    private static RehearsalSpec spec(Runbook page) {
        return page.front().rehearsal().orElseThrow();
    }
}
