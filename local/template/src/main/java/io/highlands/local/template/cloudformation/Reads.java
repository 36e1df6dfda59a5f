// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.Coverage;
import io.highlands.local.template.Coverage.Entry;
import io.highlands.local.template.Coverage.Status;

/** What was read of one resource's properties, noted by the cursors as they go. */
final class Reads {

    private static final Note READ = new Note(Status.ACTED_ON, "");

    private final Evaluator evaluator;
    private final Resource resource;
    private final Map<String, Note> notes = new HashMap<>();

    Reads(Evaluator evaluator, Resource resource) {
        this.evaluator = evaluator;
        this.resource = resource;
    }

    void read(String path) {
        notes.putIfAbsent(path, READ);
    }

    void differs(String path, String note) {
        notes.put(path, new Note(Status.DIFFERS, note));
    }

    /**
     * One entry per property, or per part of it when parts are treated differently. What was not read is listed with the
     * path down to where nothing below was read.
     */
    List<Entry> coverage() {
        List<Entry> entries = new ArrayList<>();
        Place place = new Place(resource.stack(), resource.source(), "");
        members(place, resource.properties()).forEach(entries::addAll);
        return entries;
    }

    private List<List<Entry>> members(Place place, JsonNode node) {
        List<List<Entry>> all = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                all.add(entries(place.at(i), node.get(i)));
            }
        } else {
            node.properties().forEach(member -> all.add(entries(place.at(member.getKey()), member.getValue())));
        }
        return all;
    }

    private List<Entry> entries(Place place, JsonNode raw) {
        Note note = notes.get(place.path());
        if (note != null) {
            return List.of(entry(place, note));
        }
        if (notes.keySet().stream().noneMatch(path -> isBelow(path, place.path()))) {
            return List.of(entry(place, new Note(Status.NOT_RUN, key(raw))));
        }
        List<Entry> below = new ArrayList<>();
        members(place, evaluator.head(place, raw)).forEach(below::addAll);
        boolean whole = below.stream().allMatch(entry -> entry.status() == Status.ACTED_ON);
        return whole ? List.of(entry(place, READ)) : below;
    }

    /** Names an element of a list of attributes, which is told apart by its key and not by its place. */
    private static String key(JsonNode raw) {
        return raw.path("Key").stringValue("");
    }

    private static boolean isBelow(String path, String parent) {
        return path.length() > parent.length() && path.startsWith(parent)
                && (path.charAt(parent.length()) == '.' || path.charAt(parent.length()) == '[');
    }

    private Entry entry(Place place, Note note) {
        return new Coverage.Entry(resource.stack().name(), resource.source().logicalId(), resource.type(),
                place.path(), note.status(), note.text());
    }

    private record Note(Status status, String text) {}
}
