// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A fault as it is asked for, in one line of words: {@code latency service-b:service-c delay=3s percent=20}.
 *
 * @param kind what happens
 * @param caller the service whose requests it concerns; empty unless the kind is about an edge
 * @param service the service whose tasks it concerns; empty when it concerns none
 * @param settings what was set, by setting; what was not has its default
 */
public record FaultSpec(FaultKind kind, String caller, String service, Map<FaultSetting, String> settings) {

    /** A service's name, as ECS allows it. */
    private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,254}";

    /** Copies the settings. */
    public FaultSpec {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /**
     * Reads words.
     *
     * @param words kind, subject and settings, parted by spaces
     * @return what they ask for
     * @throws FaultException in one line naming the bad word and what is allowed
     */
    public static FaultSpec parse(String words) {
        List<String> parts = Arrays.stream(words.strip().split("\\s+")).filter(part -> !part.isEmpty()).toList();
        if (parts.isEmpty()) {
            throw new FaultException("no fault is named; allowed: " + FaultKind.all());
        }
        FaultKind kind = FaultKind.named(parts.getFirst()).orElseThrow(
                () -> new FaultException("fault '" + parts.getFirst() + "': allowed are " + FaultKind.all()));
        List<String> subjects = parts.stream().skip(1).filter(part -> part.indexOf('=') < 0).toList();
        Map<FaultSetting, String> settings = new TreeMap<>();
        parts.stream().skip(1).filter(part -> part.indexOf('=') >= 0).forEach(part -> set(kind, part, settings));
        kind.settings().stream().filter(setting -> setting.required() && !settings.containsKey(setting)).findFirst()
                .ifPresent(missing -> {
                    throw new FaultException("%s: %s is missing; allowed: %s".formatted(kind.word(), missing.word(),
                            missing.allowed()));
                });
        return about(kind, subjects, settings);
    }

    private static void set(FaultKind kind, String part, Map<FaultSetting, String> settings) {
        String name = part.substring(0, part.indexOf('='));
        String value = part.substring(part.indexOf('=') + 1);
        FaultSetting setting = kind.settings().stream().filter(known -> known.word().equals(name)).findFirst()
                .orElseThrow(() -> new FaultException(kind.word() + ": '" + name + "' cannot be set; "
                        + "how it is written: " + kind.usage()));
        if (!setting.accepts(value)) {
            throw new FaultException("%s: %s='%s'; allowed: %s".formatted(kind.word(), name, value,
                    setting.allowed()));
        }
        if (settings.put(setting, value) != null) {
            throw new FaultException(kind.word() + ": " + name + " is set twice");
        }
    }

    private static FaultSpec about(FaultKind kind, List<String> subjects, Map<FaultSetting, String> settings) {
        String pattern = switch (kind.subject()) {
            case NONE -> "";
            case SERVICE -> NAME;
            case EDGE -> NAME + ":" + NAME;
        };
        String subject = String.join(" ", subjects);
        if (!subject.matches(pattern)) {
            throw new FaultException("%s: '%s' is not what it is about; how it is written: %s".formatted(kind.word(),
                    subject, kind.usage()));
        }
        int colon = subject.indexOf(':');
        return new FaultSpec(kind, colon < 0 ? "" : subject.substring(0, colon), subject.substring(colon + 1),
                settings);
    }

    /** {@return the words that ask for this, with what was set and no defaults} */
    public String words() {
        String about = caller.isEmpty() ? service : caller + ":" + service;
        String first = about.isEmpty() ? kind.word() : kind.word() + " " + about;
        return kind.settings().stream().filter(settings::containsKey)
                .map(setting -> " " + setting.word() + "=" + settings.get(setting))
                .collect(Collectors.joining("", first, ""));
    }

    /**
     * {@return the value of a setting, its default when it was not set}
     *
     * @param setting one that the kind has
     */
    public String text(FaultSetting setting) {
        return settings.getOrDefault(setting, setting.byDefault());
    }

    /**
     * {@return the value of a setting that is a whole number}
     *
     * @param setting one that the kind has
     */
    public int number(FaultSetting setting) {
        return Integer.parseInt(text(setting));
    }

    /** {@return how much later requests arrive} */
    public Duration delay() {
        return Duration.ofMillis(FaultSetting.millis(text(FaultSetting.DELAY)));
    }

    /** {@return the path of the requests that it concerns; empty for all of them} */
    public Optional<String> route() {
        return Optional.of(text(FaultSetting.ROUTE)).filter(route -> !route.equals("*"));
    }
}
