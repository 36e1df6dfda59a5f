// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.infra.support.DeclaredServices;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The schema that editors complete and check environments' files by, against the reader and the README's table. */
class EnvironmentSchemaTest {

    private static final Path FILE = EnvironmentFile.FOLDER.resolve("environment.schema.json");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z.]+)` \\| (.*?) \\| (.*) \\|");
    private static final Pattern LITERAL = Pattern.compile("`([^`]*)`");

    /** Defaults that are another key's value, or hold the environment's name. */
    private static final Set<String> COMPUTED = Set.of("services.NAME.maxTasks", "services.NAME.image",
            "tracing.apiKeySecret");

    private static final List<String> NAMES = Environments.NAMES;

    private static final JsonNode SCHEMA = json();
    private static final Schema COMPILED = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(SCHEMA);

    @Test
    void schemaIsAsItsOwnSpecificationSays() {
        Schema specification = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SchemaLocation.of(SCHEMA.get("$schema").asString()));

        assertThat(specification.validate(SCHEMA)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyFileIsValidAndNamesTheSchema(String environment) {
        String text = EnvironmentFile.of(environment).text();

        assertThat(errors(text)).isEmpty();
        assertThat(text.lines().findFirst()).contains("# yaml-language-server: $schema=" + FILE.getFileName());
    }

    /** The reader names the keys that it knows where it refuses one that it does not. */
    @Test
    void everySectionHasExactlyTheKeysThatAreRead() {
        assertThat(keys(SCHEMA)).containsExactlyElementsOf(read("unknown: 1"));
        SCHEMA.get("properties").forEachEntry((name, section) -> {
            if (section.has("properties")) {
                assertThat(keys(section)).as(name).containsExactlyElementsOf(read(name + ": {unknown: 1}"));
            }
        });
        assertThat(keys(SCHEMA.at("/definitions/service")))
                .containsExactlyElementsOf(read("services: {service-a: {unknown: 1}}"));
    }

    @Test
    void everySectionRefusesOtherKeys() {
        List<JsonNode> sections = new ArrayList<>();
        sections(SCHEMA, sections);

        assertThat(sections).hasSizeGreaterThan(10)
                .allMatch(section -> !section.path("additionalProperties").asBoolean(true));
    }

    @Test
    void everyKeyIsDescribedAndHasItsDefaultAsTheReadmeSays() throws IOException {
        Map<String, JsonNode> settings = new TreeMap<>();
        SCHEMA.get("properties").forEachEntry((name, value) -> collect(name, value, settings));
        collect("services.NAME", SCHEMA.at("/definitions/service"), settings);
        Set<String> rows = new TreeSet<>();
        Files.readString(Path.of("README.md")).split("## Settings of an environment")[1].lines().map(ROW::matcher)
                .filter(row -> row.matches()).forEach(row -> {
                    String key = row.group(1);
                    rows.add(key);
                    assertThat(settings.get(key).path("description").asString("")).as(key).isEqualTo(row.group(3));
                    var literal = LITERAL.matcher(row.group(2));
                    String expected = literal.matches() && !COMPUTED.contains(key) ? literal.group(1) : "";
                    assertThat(settings.get(key).path("default").asString("")).as(key).isEqualTo(expected);
                });

        assertThat(rows).containsExactlyElementsOf(settings.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"drain: 50s", "logRetentionDays: 731", "runbooks: https://example.com/runbooks",
            "region: us-gov-west-1", "account: '111122223333'", "keepData: true", "metrics: {step: 20s}",
            "metrics: {step: 1m}", "slo: {latency: 250ms}", "slo: {latency: 60s, availability: 99.5, windowDays: 90}",
            "slo: {latency: 60000ms}", "alarms: {burnFast: 2, edgeErrorPercent: 0}", "network: {cidr: 172.16.0.0/19}",
            "network: {availabilityZones: 3, natGateways: 3}", "loadBalancer: {allowFrom: [203.0.113.0/24, 0.0.0.0/0]}",
            "mesh: {}", "tracing: {backend: aws, sampleRate: 1}", "tracing: {agent: opentelemetry, site: datadoghq.eu}",
            "datadog: {enabled: true, page: ['@oncall'], evaluationDelay: 90s}", "datadog: {evaluationDelay: 3600s}",
            "datadog: {evaluationDelay: 60m}", "services: {service-a: {cpu: 1024, memory: 8192}}",
            "services: {service-c: {deadline: 1s}}",
            "services: {service-b: {tasks: 3, maxTasks: 4}}", "services: {service-c: {image: '1.2'}}",
            "services: {service-c: {image: 1.2}}", "services: {service-c: {cpu: 8192, memory: 20480}}"})
    void whatTheReaderTakesIsValid(String setting) {
        String text = "image: 1.4\n" + setting;

        assertThat(catchThrowable(new EnvironmentFile("dev", text)::load)).isNull();
        assertThat(errors(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drain: 51s", "drain: 0s", "drain: 1m", "drain: 25", "logRetentionDays: 31",
            "runbooks: https://example.com/", "region: Ireland", "account: '11112222333'", "keepData: 'yes'",
            "keepData: \"true\"", "metrics: {step: 7s}", "metrics: {step: 2m}", "slo: {latency: 9ms}",
            "slo: {latency: 61s}", "slo: {latency: 60001ms}", "slo: {availability: 100}", "slo: {windowDays: 1.5}",
            "alarms: {level: some}", "alarms: {minimumRequests: 0}", "alarms: {cpuPercent: 101}",
            "network: {cidr: 10.0.0.0/20}", "network: {cidr: 10.0.0.256/16}", "network: {availabilityZones: 1}",
            "network: {natGateways: 4}", "loadBalancer: {allowFrom: 0.0.0.0/0}",
            "loadBalancer: {allowFrom: [10.0.0.1]}",
            "loadBalancer: {certificate: none}", "mesh: {certificateAuthority: none}", "mesh:", "notify: {page: [me]}",
            "notify: {email: [me]}", "tracing: {backend: jaeger}", "tracing: {agent: zipkin}",
            "tracing: {sampleRate: 1.1}", "tracing: {sampleRate: .inf}", "tracing: {maxTracesPerSecond: 0}",
            "tracing: {site: datadoghq}", "tracing: {apiKeySecret: 'a b'}", "datadog: {page: [oncall]}",
            "datadog: {evaluationDelay: 59s}", "datadog: {evaluationDelay: 61m}", "gameDays: 1", "unknown: 1",
            "services: {Service-a: {}}", "services: {service-a: {cpu: 256}}", "services: {service-a: {tasks: 0}}",
            "services: {service-a: {cpu: 1024, memory: 9216}}", "services: {service-a: {cpu: 8192, memory: 17408}}",
            "services: {service-a: {deadline: 61s}}", "services: {service-a: {image: 'a b'}}"})
    void whatTheReaderRefusesIsInvalid(String setting) {
        String text = "image: 1.4\n" + setting;

        assertThat(catchThrowable(new EnvironmentFile("dev", text)::load)).isInstanceOf(InvalidInput.class);
        assertThat(errors(text)).isNotEmpty();
    }

    /** Which services there are is declared elsewhere, so that a new one needs no line here. */
    @Test
    void everyDeclaredServiceMayHaveSettings() {
        assertThat(DeclaredServices.ALL.names()).isNotEmpty()
                .allSatisfy(
                        name -> assertThat(errors("image: 1.4\nservices: {%s: {tasks: 2}}".formatted(name))).isEmpty());
    }

    @Test
    void imageIsRequired() {
        assertThat(errors("region: eu-west-1")).singleElement().asString().contains("image");
    }

    private static List<Error> errors(String yaml) {
        Object content = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return COMPILED.validate(JsonMapper.shared().writeValueAsString(content), InputFormat.JSON);
    }

    private static void sections(JsonNode node, List<JsonNode> sections) {
        if ("object".equals(node.path("type").asString(""))) {
            sections.add(node);
        }
        node.forEach(inner -> sections(inner, sections));
    }

    private static void collect(String key, JsonNode value, Map<String, JsonNode> settings) {
        if (value.has("properties")) {
            value.get("properties").forEachEntry((name, inner) -> collect(key + '.' + name, inner, settings));
        } else if (!"services".equals(key)) {
            settings.put(key, value);
        }
    }

    private static Set<String> keys(JsonNode section) {
        return new TreeSet<>(section.get("properties").propertyNames());
    }

    private static Set<String> read(String wrong) {
        String message = catchThrowable(new EnvironmentFile("dev", "image: '1'\n" + wrong)::load).getMessage();
        return new TreeSet<>(Arrays.asList(message.split("allowed: ")[1].split(", ")));
    }

    private static JsonNode json() {
        try {
            return JsonMapper.shared().readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
