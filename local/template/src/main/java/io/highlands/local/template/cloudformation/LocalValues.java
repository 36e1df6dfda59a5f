// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import io.highlands.local.template.TemplateException;

/**
 * Values that templates take from outside, for a machine that has no Parameter Store and no Secrets Manager. A small JSON
 * file: {@code {"parameters": {"/name": "value"}, "secrets": {"name": "value or an object of keys"}}}.
 */
public final class LocalValues {

    private final Path file;
    private final JsonNode values;
    private final SuppliedResources resources;

    private LocalValues(Path file, JsonNode values, SuppliedResources resources) {
        this.file = file;
        this.values = values;
        this.resources = resources;
    }

    /**
     * The same values, and what stands for databases, queues and the like.
     *
     * @param supplied what stands for them
     * @return both
     */
    public LocalValues with(SuppliedResources supplied) {
        return new LocalValues(file, values, supplied);
    }

    /** What stands for databases, queues and the like. */
    SuppliedResources resources() {
        return resources;
    }

    /**
     * Reads the file.
     *
     * @param file where it is; it need not exist
     * @return its values, or none
     * @throws TemplateException when it is broken
     */
    public static LocalValues read(Path file) {
        if (!Files.exists(file)) {
            return new LocalValues(file, JsonNodeFactory.instance.objectNode(), SuppliedResources.NONE);
        }
        JsonNode values = JsonFile.object(file, "the file of local values");
        for (String section : values.propertyNames()) {
            if (!section.equals("parameters") && !section.equals("secrets")) {
                throw new TemplateException(file + ": '" + section + "' is not known; allowed: parameters, secrets");
            }
            if (!values.get(section).isObject()) {
                throw new TemplateException(
                        file + ": " + section + " must be an object, found " + Json.kind(values.get(section)));
            }
        }
        return new LocalValues(file, values, SuppliedResources.NONE);
    }

    /** A parameter's value, or null. */
    String parameter(String name) {
        return scalar(values.path("parameters").path(name));
    }

    /** All parameters by name. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        values.path("parameters").properties().forEach(entry -> {
            if (Json.isScalar(entry.getValue())) {
                all.put(entry.getKey(), entry.getValue().asString());
            }
        });
        return all;
    }

    boolean hasSecret(String name) {
        return values.path("secrets").has(name);
    }

    /** A secret's value, or the value of one of its keys when {@code key} is not empty; or null. */
    String secret(String name, String key) {
        JsonNode secret = values.path("secrets").path(name);
        if (key.isEmpty()) {
            return secret.isObject() ? secret.toString() : scalar(secret);
        }
        return scalar(secret.path(key));
    }

    /** Where to put a value that is missing. */
    String advice(String section, String name) {
        return "put it in " + file + " as {\"" + section + "\": {\"" + name + "\": …}}";
    }

    private static String scalar(JsonNode node) {
        return Json.isScalar(node) ? node.asString() : null;
    }
}
