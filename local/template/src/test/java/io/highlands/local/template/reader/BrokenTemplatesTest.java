// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.template.TemplateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Breaks each value of each template, one at a time: it becomes another kind of value, or is taken away. Whatever that
 * does, it is said in one line.
 */
class BrokenTemplatesTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private Path folder;

    private Fixture fixture;
    private Path file;
    private int refused;

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", Fixture.BASE, Fixture.SERVICE_A, Fixture.SERVICE_B, Fixture.REFRESH})
    void everyBrokenValueIsReadOrRefusedInOneLine(String name) throws IOException {
        fixture = Fixture.in(folder);
        file = folder.resolve("test").resolve(name);
        JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));

        breakBelow(tree, tree);

        assertThat(refused).as("ways of breaking %s that are refused", name).isPositive();
    }

    private void breakBelow(JsonNode tree, JsonNode node) throws IOException {
        if (node instanceof ObjectNode object) {
            for (String key : new ArrayList<>(object.propertyNames())) {
                breakBelow(tree, object.get(key));
                JsonNode value = object.get(key);
                for (String replacement : otherThan(value)) {
                    object.set(key, MAPPER.readTree(replacement));
                    read(tree, key, replacement);
                }
                object.remove(key);
                read(tree, key, "nothing");
                object.set(key, value);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                breakBelow(tree, array.get(i));
                JsonNode value = array.get(i);
                for (String replacement : otherThan(value)) {
                    array.set(i, MAPPER.readTree(replacement));
                    read(tree, "[" + i + "]", replacement);
                }
                array.set(i, value);
            }
        }
    }

    private static List<String> otherThan(JsonNode value) {
        if (value.isContainer()) {
            return List.of("\"x\"", value.isObject() ? "[]" : "{\"x\": 1}");
        }
        return List.of("{\"x\": 1}", value.isString() ? "\"x\"" : "[]");
    }

    private void read(JsonNode tree, String key, String replacement) throws IOException {
        Files.write(file, MAPPER.writeValueAsBytes(tree));
        try {
            fixture.read();
        } catch (TemplateException e) {
            refused++;
            assertThat(e.getMessage()).doesNotContain("\n").isNotBlank();
        } catch (RuntimeException e) {
            fail("%s = %s is not refused in one line".formatted(key, replacement), e);
        }
    }
}
