// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import io.highlands.local.fault.FaultKind;
import io.highlands.local.rehearsal.RehearsalException;

/** Chooses a drill. The numbers are those of {@link Random}, whose sequence its documentation specifies. */
final class DrillChoice {

    /** Two raised to 64 divided by the golden ratio, odd: the seeds 1, 2, 3 lie far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** What leaves a service without responses hides another fault behind it. */
    private static final Set<String> ALONE = Set.of(FaultKind.ZERO_TASKS.word(), FaultKind.BAD_RELEASE.word());

    private final Declared declared;
    private final List<List<HiddenFault>> catalog;

    /**
     * Chooses on one platform.
     *
     * @param declared what the platform has
     * @param catalog the faults by page
     */
    DrillChoice(Declared declared, List<List<HiddenFault>> catalog) {
        this.declared = declared;
        this.catalog = List.copyOf(catalog);
    }

    /**
     * Chooses: a page, one of its faults, and where another is wanted the same again, in another service's tasks.
     *
     * @param level 1 to 3
     * @param seed any number
     * @return the drill
     * @throws RehearsalException where the platform has too little for the level
     */
    DrillPlan choose(int level, long seed) {
        Random random = new Random(seed * SPREAD);
        if (level == 1) {
            return new DrillPlan(level, seed, List.of(one(catalog, level, random)), Optional.empty());
        }
        HiddenFault first = one(without(fault -> ALONE.contains(fault.kind())), level, random);
        HiddenFault second = one(without(fault -> ALONE.contains(fault.kind())
                || fault.service().equals(first.service())), level, random);
        return new DrillPlan(level, seed, List.of(first, second),
                level < DrillPlan.MAX_LEVEL ? Optional.empty() : Optional.of(deployed(first, second, random)));
    }

    private List<List<HiddenFault>> without(Predicate<HiddenFault> left) {
        return catalog.stream().map(faults -> faults.stream().filter(left.negate()).toList())
                .filter(faults -> !faults.isEmpty()).toList();
    }

    private HiddenFault one(List<List<HiddenFault>> pages, int level, Random random) {
        if (pages.isEmpty()) {
            throw tooLittle(level);
        }
        List<HiddenFault> faults = pages.get(random.nextInt(pages.size()));
        return faults.get(random.nextInt(faults.size()));
    }

    /** A deployment replaces tasks, and with them a fault in them. */
    private String deployed(HiddenFault first, HiddenFault second, Random random) {
        List<String> others = declared.services().keySet().stream()
                .filter(service -> !service.equals(first.service()) && !service.equals(second.service())).toList();
        if (others.isEmpty()) {
            throw tooLittle(DrillPlan.MAX_LEVEL);
        }
        return others.get(random.nextInt(others.size()));
    }

    private RehearsalException tooLittle(int level) {
        return new RehearsalException(
                "level %d needs %s; this platform has the services %s and alarms of runbooks for %d faults".formatted(
                        level, level == 1
                                ? "a service with an alarm"
                                : level == 2 ? "two services with alarms" : "three services, two of them with alarms",
                        String.join(", ", declared.services().keySet()),
                        catalog.stream().mapToInt(List::size).sum()));
    }
}
