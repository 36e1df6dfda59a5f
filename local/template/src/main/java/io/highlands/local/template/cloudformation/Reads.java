// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.Coverage;
import io.highlands.local.template.Coverage.Entry;
import io.highlands.local.template.Coverage.Status;
import io.highlands.local.template.cloudformation.Declarations.Declaration;

/**
 * What is done with one resource's properties. A property is acted on when it was read, which the cursors note as they go,
 * and {@link Declarations} says that it is honoured: reading alone is no promise.
 */
final class Reads {

    private static final Note READ = new Note(Status.ACTED_ON, "");

    private final Evaluator evaluator;
    private final Resource resource;
    private final Declarations declarations;
    private final Map<String, Note> notes = new HashMap<>();

    Reads(Evaluator evaluator, Resource resource, Declarations declarations) {
        this.evaluator = evaluator;
        this.resource = resource;
        this.declarations = declarations;
    }

    void read(String path) {
        notes.putIfAbsent(path, READ);
    }

    void differs(String path, String note) {
        notes.put(path, new Note(Status.DIFFERS, note));
    }

    /**
     * Refuses what is declared to be refused.
     *
     * @throws io.highlands.local.template.TemplateException when such a property is there
     */
    void refuse() {
        if (declarations.refuses(resource.type())) {
            refuse(root(), resource.properties());
        }
    }

    private void refuse(Path at, JsonNode node) {
        members(at, node).forEach((path, raw) -> {
            JsonNode value = evaluator.head(path.place(), raw);
            Declaration declared = declarations.find(resource.type(), path.declared());
            if (declared != null && declared.status() == Declarations.Status.REFUSED && !value.isMissingNode()) {
                throw path.place().error(declared.note());
            }
            refuse(path, value);
        });
    }

    /**
     * One entry per property, or per part of it when parts are treated differently. What is ignored is listed with the path
     * down to where nothing below is acted on.
     */
    List<Entry> coverage() {
        List<Entry> entries = new ArrayList<>();
        members(root(), resource.properties()).forEach((path, raw) -> entries.addAll(entries(path, raw)));
        return entries;
    }

    private Path root() {
        return new Path(new Place(resource.stack(), resource.source(), ""), "");
    }

    private Map<Path, JsonNode> members(Path at, JsonNode node) {
        Map<Path, JsonNode> all = new LinkedHashMap<>();
        String type = resource.type();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                all.put(new Path(at.place().at(i), declarations.element(type, at.declared(), key(node.get(i)))),
                        node.get(i));
            }
        } else {
            node.properties().forEach(member -> all.put(new Path(at.place().at(member.getKey()),
                    at.declared().isEmpty() ? member.getKey() : at.declared() + "." + member.getKey()),
                    member.getValue()));
        }
        return all;
    }

    private List<Entry> entries(Path path, JsonNode raw) {
        String here = path.place().path();
        Note note = notes.get(here);
        Declaration declared = declarations.find(resource.type(), path.declared());
        if (note != null && note.status() == Status.DIFFERS) {
            return List.of(entry(path, note));
        }
        if (declared != null && declared.status() == Declarations.Status.DIFFERS) {
            return List.of(entry(path, new Note(Status.DIFFERS, declared.note())));
        }
        if (declared != null && declared.status() == Declarations.Status.IGNORED) {
            return List.of(entry(path, new Note(Status.NOT_RUN, declared.note())));
        }
        if (note != null) {
            boolean honoured = declared != null || declarations.honoursBelow(resource.type(), path.declared());
            return List.of(entry(path, honoured ? READ : ignored(raw)));
        }
        if (notes.keySet().stream().noneMatch(read -> isBelow(read, here))) {
            return List.of(entry(path, ignored(raw)));
        }
        List<Entry> below = new ArrayList<>();
        members(path, evaluator.head(path.place(), raw)).forEach((part, value) -> below.addAll(entries(part, value)));
        boolean complete = below.stream().allMatch(entry -> entry.status() == Status.ACTED_ON);
        return complete ? List.of(entry(path, READ)) : below;
    }

    private static Note ignored(JsonNode raw) {
        return new Note(Status.NOT_RUN, key(raw));
    }

    /** Names an element of a list of attributes, which is told apart by its key and not by its place. */
    private static String key(JsonNode raw) {
        return raw.path("Key").stringValue("");
    }

    private static boolean isBelow(String path, String parent) {
        return path.length() > parent.length() && path.startsWith(parent)
                && (path.charAt(parent.length()) == '.' || path.charAt(parent.length()) == '[');
    }

    private Entry entry(Path path, Note note) {
        return new Coverage.Entry(resource.stack().name(), resource.source().logicalId(), resource.type(),
                path.place().path(), note.status(), note.text());
    }

    private record Note(Status status, String text) {}

    /** A property: where it is, and its path as {@link Declarations} writes it. */
    private record Path(Place place, String declared) {}
}
