// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.control.message.ApplyRequest;
import io.highlands.local.control.message.ClearRequest;
import io.highlands.local.control.message.EdgeEntry;
import io.highlands.local.control.message.PlatformStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ControlJsonTest {

    private static final List<String> OPTIONAL = List.of("pid", "stoppedReason", "datadog", "otlp", "until", "holder",
            "lastFaultEnded", "lasting", "id", "waitsFor", "firstError", "ended", "secondsToMitigate", "input", "begun",
            "score", "report");

    static Stream<Object> messages() {
        return SampleMessages.all().stream();
    }

    /** The names are those that {@code highlands status --json} printed before there were records: scripts read them. */
    @Test
    void theJsonOfTheStatusIsAsRecorded() throws IOException {
        assertThat(ControlJson.pretty(SampleMessages.status())).isEqualToNormalizingNewlines(recorded().strip());
    }

    @Test
    void theRecordedStatusIsRead() throws IOException {
        assertThat(ControlJson.read(recorded().getBytes(StandardCharsets.UTF_8), PlatformStatus.class))
                .isEqualTo(SampleMessages.status());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void eachMessageSurvivesARoundTrip(Object message) {
        assertThat((Object) ControlJson.read(ControlJson.bytes(message), message.getClass())).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aListOfEachMessageSurvivesARoundTrip(Object message) {
        assertThat((List<?>) ControlJson.readList(ControlJson.bytes(List.of(message)), message.getClass()))
                .isEqualTo(List.of(message));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMissingPropertyIsRefusedAndNamedWherever(Object message) {
        JsonNode json = tree(message);
        for (ObjectNode object : objects(json).toList()) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.remove(name);
                if (isRequired(message, object, name)) {
                    assertThatThrownBy(() -> read(json, message.getClass())).as(name)
                            .isInstanceOf(ControlException.class).hasMessageContaining(name + "' is missing");
                }
                object.set(name, value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void anUnknownPropertyIsRefusedAndNamedWherever(Object message) {
        JsonNode json = tree(message);
        for (ObjectNode object : objects(json).toList()) {
            object.put("desierd", 1);
            if (!isMap(json, object)) {
                assertThatThrownBy(() -> read(json, message.getClass())).isInstanceOf(ControlException.class)
                        .hasMessageContaining("desierd' is not known");
            }
            object.remove("desierd");
        }
    }

    /** A request that is logged shows no password. */
    @Test
    void theTextOfAnApplyRequestNamesVariablesWithoutTheirValues() {
        assertThat(new ApplyRequest("/a", false, Map.of(), Map.of("HIGHLANDS_DB_URL", "postgresql://me:pw@h/db")))
                .hasToString("ApplyRequest[assembly=/a, sideBySide=false, scale={}, variables=[HIGHLANDS_DB_URL]]");
    }

    @Test
    void aPropertyIsNamedWithItsPath() throws IOException {
        ObjectNode status = (ObjectNode) JsonMapper.shared().readTree(recorded());
        ((ObjectNode) status.path("services").get(0)).remove("desired");

        assertThatThrownBy(() -> read(status, PlatformStatus.class)).isInstanceOf(ControlException.class)
                .hasMessage("property 'services[0].desired' is missing, or of another type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"requests | \"many\"", "requests | \"1\"", "requests | null",
            "requests | true", "client | null", "client | 1", "client | []", "meanMillis | \"1.5\""})
    void aPropertyOfAnotherTypeIsRefusedAndNamed(String name, String value) {
        ObjectNode edge = (ObjectNode) tree(SampleMessages.status().edges().getFirst());
        edge.set(name, JsonMapper.shared().readTree(value));

        assertThatThrownBy(() -> read(edge, EdgeEntry.class)).isInstanceOf(ControlException.class)
                .hasMessage("property '" + name + "' is missing, or of another type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''", "null", "{", "[]", "1", "{} {}", "<html>"})
    void whatIsNoObjectIsRefusedInOneLine(String json) {
        assertThatThrownBy(() -> ControlJson.read(json.getBytes(StandardCharsets.UTF_8), ClearRequest.class))
                .isInstanceOf(ControlException.class).message().doesNotContain("\n", "highlands", "jackson");
    }

    private static String recorded() throws IOException {
        try (InputStream in = ControlJsonTest.class.getResourceAsStream("status.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode tree(Object message) {
        return JsonMapper.shared().readTree(ControlJson.bytes(message));
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        return ControlJson.read(json.toString().getBytes(StandardCharsets.UTF_8), type);
    }

    private static Stream<ObjectNode> objects(JsonNode json) {
        Stream<ObjectNode> below = json.valueStream().filter(value -> value instanceof ObjectNode
                || value instanceof ArrayNode).flatMap(ControlJsonTest::objects);
        return json instanceof ObjectNode object ? Stream.concat(Stream.of(object), below) : below;
    }

    /** {@code pid} is optional of a task alone, {@code id} of a request alone, and a map's keys are no properties. */
    private static boolean isRequired(Object message, ObjectNode object, String name) {
        return switch (name) {
            case "pid" -> object.has("phase");
            case "meanMillis" -> object.has("server");
            case "id" -> !(message instanceof ClearRequest);
            case "service-a", "service-b", "SERVER_PORT", "HIGHLANDS_DB_URL" -> false;
            default -> !OPTIONAL.contains(name);
        };
    }

    private static boolean isMap(JsonNode json, ObjectNode object) {
        return json.path("customMetrics") == object || json.path("scale") == object
                || json.path("variables") == object;
    }
}
