// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.highlands.local.template.Coverage.Entry;
import io.highlands.local.template.Coverage.Status;

/** Folds a coverage list into lines that a person reads. */
final class CoverageSummary {

    private CoverageSummary() {
    }

    static List<String> of(List<Entry> entries) {
        List<String> lines = new ArrayList<>();
        for (Status status : Status.values()) {
            List<Entry> ofStatus = entries.stream().filter(entry -> entry.status() == status).toList();
            if (!ofStatus.isEmpty()) {
                lines.add(status + ":");
                resources(ofStatus).forEach((head, note) -> lines.add("  " + head + note));
                properties(ofStatus).forEach((head, names) -> lines.add("  " + line(head, names)));
            }
        }
        return lines;
    }

    /** Resources as a whole: their type, how many there are, and why. */
    private static Map<String, String> resources(List<Entry> entries) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> notes = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.property().isEmpty()) {
                counts.merge(entry.type(), 1, Integer::sum);
                notes.putIfAbsent(entry.type(), entry.note().isEmpty() ? "" : ": " + entry.note());
            }
        }
        Map<String, String> lines = new TreeMap<>();
        counts.forEach((type, count) -> lines.put(count == 1 ? type : type + " (" + count + ")", notes.get(type)));
        return lines;
    }

    /** Properties by type and note. */
    private static Map<TypeAndNote, Set<String>> properties(List<Entry> entries) {
        Map<TypeAndNote, Set<String>> properties = new TreeMap<>();
        for (Entry entry : entries) {
            if (!entry.property().isEmpty()) {
                properties.computeIfAbsent(new TypeAndNote(entry.type(), entry.note()), key -> new LinkedHashSet<>())
                        .add(entry.property().replaceAll("\\[\\d+]", "[]"));
            }
        }
        return properties;
    }

    private static String line(TypeAndNote key, Set<String> names) {
        return key.type() + " " + String.join(", ", names) + (key.note().isEmpty() ? "" : ": " + key.note());
    }

    private record TypeAndNote(String type, String note) implements Comparable<TypeAndNote> {

        @Override
        public int compareTo(TypeAndNote other) {
            int byType = type.compareTo(other.type);
            return byType == 0 ? note.compareTo(other.note) : byType;
        }
    }
}
