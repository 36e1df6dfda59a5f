// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An object of the body, and the questions that rules ask of it. Each answers what is there, and notes what is wrong. */
final class Member {

    private final String where;
    private final Map<?, ?> members;
    private final Faults faults;

    /** Anything but an object is noted, and asked as if it were empty. */
    Member(String where, Object value, Faults faults) {
        this.where = where;
        this.faults = faults;
        if (value instanceof Map<?, ?> object) {
            members = object;
        } else {
            members = Map.of();
            fault("is %s, allowed is an object".formatted(Texts.of(value)));
        }
    }

    String where() {
        return where;
    }

    void fault(String what) {
        faults.add(where, what);
    }

    void fault(String name, String allowed) {
        fault("%s is %s, allowed %s".formatted(name, Texts.of(members.get(name)), allowed));
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    Object get(String name) {
        return members.get(name);
    }

    void only(String... names) {
        only(List.of(names));
    }

    void only(List<String> names) {
        members.keySet().stream().filter(name -> !names.contains(name))
                .forEach(name -> fault("%s is unknown, allowed are %s".formatted(name, String.join(", ", names))));
    }

    void required(String name) {
        if (!has(name)) {
            fault(name + " is missing");
        }
    }

    Optional<String> text(String name) {
        return typed(name, String.class, "is a string");
    }

    Optional<String> text(String name, int longest) {
        Optional<String> text = text(name);
        if (text.isPresent() && text.get().length() > longest) {
            fault("%s has %d characters, allowed are %d".formatted(name, text.get().length(), longest));
        }
        return text;
    }

    Optional<String> matching(String name, String pattern, String allowed) {
        Optional<String> text = text(name);
        if (text.isPresent() && !text.get().matches(pattern)) {
            fault(name, allowed);
        }
        return text;
    }

    Optional<String> enumerated(String name, String... allowed) {
        Optional<String> text = text(name);
        if (text.isPresent() && !List.of(allowed).contains(text.get())) {
            fault(name, "are " + String.join(", ", allowed));
        }
        return text;
    }

    void flag(String... names) {
        for (String name : names) {
            typed(name, Boolean.class, "are true and false");
        }
    }

    Optional<Number> number(String name) {
        return typed(name, Number.class, "is a number");
    }

    void integer(String name, int least, int most) {
        number(name).filter(number -> !Texts.isWhole(number) || number.intValue() < least || number.intValue() > most)
                .ifPresent(wrong -> fault(name, most == Integer.MAX_VALUE
                        ? "are whole numbers from " + least
                        : "are whole numbers from %d to %d".formatted(least, most)));
    }

    /** CloudWatch's periods on dashboards: whole minutes. */
    void period() {
        number("period").filter(
                number -> !Texts.isWhole(number) || number.longValue() <= 0 || number.longValue() % 60 != 0)
                .ifPresent(wrong -> fault("period", "are multiples of 60"));
    }

    /** The member, an empty one where it is absent. */
    Member child(String name) {
        return has(name) ? new Member(where + " " + name, get(name), faults) : new Member(where, Map.of(), faults);
    }

    /** A value within this member, by a name of its own. */
    Member part(String name, Object value) {
        return new Member(where + " " + name, value, faults);
    }

    List<?> list(String name, int least, int most) {
        Optional<List<?>> list = this.<List<?>>typed(name, List.class, "is a list");
        if (list.isPresent() && (list.get().size() < least || list.get().size() > most)) {
            fault("%s has %d entries, allowed are %d to %d".formatted(name, list.get().size(), least, most));
        }
        return list.orElse(List.of());
    }

    void each(String name, int least, int most, Consumer<Member> rule) {
        int index = 0;
        for (Object entry : list(name, least, most)) {
            rule.accept(new Member("%s %s[%d]".formatted(where, name, index++), entry, faults));
        }
    }

    void eachText(String name, int least, int most, String... allowed) {
        for (Object entry : list(name, least, most)) {
            if (!(entry instanceof String) || allowed.length > 0 && !List.of(allowed).contains(entry)) {
                fault("%s holds %s, allowed are %s".formatted(name, Texts.of(entry),
                        allowed.length == 0 ? "strings" : String.join(", ", allowed)));
            }
        }
    }

    @SuppressWarnings("unchecked") // Asked by the class's own instance check
    private <T> Optional<T> typed(String name, Class<?> type, String allowed) {
        Object value = members.get(name);
        if (members.containsKey(name) && !type.isInstance(value)) {
            fault(name, allowed);
            return Optional.empty();
        }
        return Optional.ofNullable((T) value);
    }
}
