// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.Source;
import io.highlands.local.template.TemplateException;

/** One stack of a cloud assembly: its template, and where it is deployed. */
public final class Stack {

    private final String name;
    private final String region;
    private final String account;
    private final JsonNode template;
    private final Map<String, Resource> resources = new LinkedHashMap<>();

    Stack(String name, String region, String account, JsonNode template) {
        this.name = name;
        this.region = region;
        this.account = account;
        this.template = template;
        section("Resources").forEachEntry((logicalId, body) -> resources.put(logicalId,
                Resource.parse(this, new Source(name, logicalId), body)));
    }

    /**
     * Its name, for example {@code highlands-local-base}.
     *
     * @return the stack's name
     */
    public String name() {
        return name;
    }

    String description() {
        return template.path("Description").asString("");
    }

    String region() {
        return region;
    }

    String account() {
        return account;
    }

    String id() {
        String hash = Physical.hex(name, 32);
        return "arn:aws:cloudformation:%s:%s:stack/%s/%s-%s-%s-%s-%s".formatted(region, account, name,
                hash.substring(0, 8), hash.substring(8, 12), hash.substring(12, 16), hash.substring(16, 20),
                hash.substring(20));
    }

    /**
     * Its resources in the template's order, those with a condition that does not hold included.
     *
     * @return resources by logical id
     */
    public Map<String, Resource> resources() {
        return Collections.unmodifiableMap(resources);
    }

    Section section(String key) {
        JsonNode section = template.path(key);
        if (!section.isMissingNode() && !section.isObject()) {
            throw error(key, "must be an object, found " + Json.kind(section));
        }
        return new Section(section);
    }

    /** An error outside the resources, for example in {@code Outputs.Name}. */
    TemplateException error(String part, String message) {
        return new Source(name, part).error("", message);
    }

    /** A part of the template that maps names to bodies. */
    record Section(JsonNode body) {

        JsonNode get(String name) {
            return body.path(name);
        }

        void forEachEntry(BiConsumer<String, JsonNode> action) {
            body.properties().forEach(e -> action.accept(e.getKey(), e.getValue()));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
