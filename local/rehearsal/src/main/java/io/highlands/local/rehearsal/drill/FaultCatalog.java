// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.fault.FaultKind;
import io.highlands.local.fault.FaultSetting;
import io.highlands.local.fault.FaultSpec;
import io.highlands.local.runbook.RehearsalSpec;
import io.highlands.local.runbook.ReplacedNames;
import io.highlands.local.runbook.Runbook;

/**
 * The faults that a drill may have: those of the runbooks, in each service or edge of the platform that has the page's alarm.
 * Left out are faults that show in virtual time only, that ECS ends itself, and that need tracing where that is off. Where the
 * alarm is one for all, only edges that requests take let it fire.
 */
final class FaultCatalog {

    private final List<Runbook> pages;
    private final Declared declared;

    /**
     * Takes pages and platform; nothing is read yet.
     *
     * @param pages the runbooks, sorted by name
     * @param declared what the platform has
     */
    FaultCatalog(List<Runbook> pages, Declared declared) {
        this.pages = List.copyOf(pages);
        this.declared = declared;
    }

    /** {@return the faults of each page that has any, in the order of the pages} */
    List<List<HiddenFault>> byPage() {
        return pages.stream().filter(this::isUsable).map(this::of).filter(faults -> !faults.isEmpty()).toList();
    }

    private boolean isUsable(Runbook page) {
        return page.front().rehearsal().filter(spec -> !spec.virtual() && (!spec.needsTracing() || declared.tracing()))
                .map(spec -> FaultSpec.parse(spec.fault()))
                .filter(fault -> fault.kind().subject() != FaultKind.Subject.NONE && !endsAlone(fault)).isPresent();
    }

    /** ECS's circuit breaker deploys the revision before. */
    private static boolean endsAlone(FaultSpec fault) {
        return fault.kind() == FaultKind.BAD_RELEASE && !fault.text(FaultSetting.HOW).equals("errors");
    }

    private List<HiddenFault> of(Runbook page) {
        FaultSpec shown = FaultSpec.parse(page.front().rehearsal().orElseThrow().fault());
        List<HiddenFault> faults = new ArrayList<>();
        if (shown.kind().subject() == FaultKind.Subject.EDGE) {
            for (String edge : declared.edges()) {
                int colon = edge.indexOf(':');
                add(page, shown, edge.substring(0, colon), edge.substring(colon + 1), faults);
            }
        } else {
            declared.services().keySet().forEach(service -> add(page, shown, "", service, faults));
        }
        return faults;
    }

    private void add(Runbook page, FaultSpec shown, String caller, String service, List<HiddenFault> faults) {
        String alarm = alarm(page, caller, service);
        if (alarm.isEmpty() || shown.kind() == FaultKind.BAD_RELEASE && !declared.calls(service)) {
            return;
        }
        RehearsalSpec spec = page.front().rehearsal().orElseThrow();
        FaultSpec fault = new FaultSpec(shown.kind(), caller, service, shown.settings());
        faults.add(new HiddenFault(fault.words(), caller.isEmpty() ? service : caller + ":" + service,
                fault.kind().word(), service, page.kind(), alarm, variables(spec, shown, caller, service),
                spec.sick(), spec.mitigation()));
    }

    /** The page's alarm of a service or edge, or its only one; empty where none is deployed. */
    private String alarm(Runbook page, String caller, String service) {
        String kind = page.front().alarm();
        String instance = kind + "-" + (caller.isEmpty() ? service : caller + "-" + service);
        return declared.alarms().contains(instance)
                ? instance
                : declared.alarms().contains(kind) && declared.used().contains(caller + ":" + service) ? kind : "";
    }

    private Map<String, String> variables(RehearsalSpec spec, FaultSpec shown, String caller, String service) {
        Map<String, String> variables = new LinkedHashMap<>(spec.with());
        variables.replaceAll((name, value) -> switch (name) {
            case "CALLER" -> caller;
            case "CALLEE", "SERVICE" -> service;
            case "TASKS" -> Integer.toString(declared.services().get(service).tasks());
            case "GOOD" -> declared.services().get(service).taskDefinition();
            default -> ReplacedNames.in(value, Map.of(shown.service(), service));
        });
        return variables;
    }
}
