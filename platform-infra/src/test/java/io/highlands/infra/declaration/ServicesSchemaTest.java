// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.infra.support.ServicesText;
import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The schema that editors complete and check {@code services.yaml} by, against the reader and the table of its page. */
class ServicesSchemaTest {

    private static final Path FILE = Path.of("services.schema.json");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z./]+)` \\| (.*?) \\| (.*) \\|");
    private static final Pattern LITERAL = Pattern.compile("`([^`]*)`");

    private static final String CONTAINER = "kind: container\n    containerPort: 80\n    health: /";
    private static final String DIGEST = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final JsonNode SCHEMA = json();
    private static final JsonNode SERVICE = SCHEMA.at("/definitions/service");
    private static final Schema COMPILED = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(SCHEMA);

    @Test
    void schemaIsAsItsOwnSpecificationSays() {
        Schema specification = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SchemaLocation.of(SCHEMA.get("$schema").asString()));

        assertThat(specification.validate(SCHEMA)).isEmpty();
    }

    @Test
    void fileOfTheRepositoryIsValidAndNamesTheSchema() {
        String text = ServicesText.ofRepository().text();

        assertThat(errors(text)).isEmpty();
        assertThat(text.lines().findFirst()).contains("# yaml-language-server: $schema=" + FILE.getFileName());
    }

    /** The reader names the keys that it knows where it refuses one that it does not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | unknown: 1
            /properties/size                    | size: {unknown: 1}
            /properties/calls/additionalProperties  | calls: {bb: {unknown: 1}}
            /properties/public/additionalProperties | public: {/: {unknown: 1}}
            /properties/secrets/additionalProperties | secrets: {A: {unknown: 1}}
            /properties/statements/items        | statements: [{unknown: 1}]
            /properties/local                   | kind: container\\n    image: a.b/c:1\\n    containerPort: 80\\n    local: {unknown: 1}
            """)
    void everySectionHasExactlyTheKeysThatAreRead(String section, String wrong) {
        String message = catchThrowable(service(wrong.replace("\\n", "\n"))::load).getMessage();

        assertThat(SERVICE.at(section).get("properties").propertyNames())
                .containsExactlyInAnyOrder(message.split("allowed: ")[1].split(", "));
    }

    @Test
    void everySectionRefusesOtherKeysOrDescribesThem() {
        List<JsonNode> sections = new ArrayList<>();
        sections(SCHEMA, sections);

        assertThat(sections).hasSizeGreaterThan(5).allMatch(
                section -> section.has("properties") != section.path("additionalProperties").isObject())
                .allMatch(section -> section.has("additionalProperties"));
    }

    @Test
    void everyKeyIsDescribedAndHasItsDefaultAsThePageSays() throws IOException {
        Map<String, JsonNode> settings = new TreeMap<>();
        collect("", SERVICE, settings);
        Set<String> rows = new TreeSet<>();
        Files.readString(Path.of("../docs/services.md")).split("\n## Keys\n")[1].split("\n## ")[0].lines()
                .map(ROW::matcher)
                .filter(row -> row.matches()).forEach(row -> {
                    String key = row.group(1);
                    rows.add(key);
                    assertThat(settings).containsKey(key);
                    assertThat(settings.get(key).path("description").asString("")).as(key).isEqualTo(row.group(3));
                    var literal = LITERAL.matcher(row.group(2));
                    assertThat(settings.get(key).path("default").asString("")).as(key)
                            .isEqualTo(literal.matches() ? literal.group(1) : "");
                });

        assertThat(rows).containsExactlyElementsOf(settings.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"port: 1", "port: 65535", "containerPort: 1024", "containerPort: 65535", "health: /",
            "health: /actuator/health/readiness", "kind: highlands", "kind: spring-boot\n    jar: ../a b/c-1.0.jar",
            "timeout: 60s", "timeout: 1m", "timeout: 1s", "size: {cpu: 512}",
            "size: {}", "size: {cpu: 16384, memory: 122880}", "calls: {bb: }", "calls: {bb: {timeout: 5s}}",
            "public: {/: }", "public: {'/a/*': {example: /a/b}}", "public: {/a: {calls: {}}}",
            "public: {/a.b_c~d-e: {}}",
            "routes: [/, /a]", "public: {'/a/{id}': {example: '/a/7?b=c'}}",
            "public: {'/{a}/b/{c_2}/{*rest}': {example: /1/b/2/3}}",
            "public: {'/{*rest}': {example: /}}",
            "routes: ['/a/{id}']", "routes: ['/a/{*rest}', /b*]", "environment: {A: 1, b_2: text, C: true}",
            "environment: {}",
            "environment: {DD_PROFILING_ENABLED: true}", "secrets: {A: {secret: a/b}, B: {secret: a, key: password}}",
            "secrets: {A: {secret: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:a/b-AbCdEf'}}",
            "secrets: {A: {parameter: /a/b}}", "statements: []",
            "resources: {}", "resources: {db: {type: postgresql}, events: {type: sqs}}",
            "resources: {db: {type: postgresql, database: a_b, maxCapacity: 256}}",
            "resources: {ev: {type: sqs, visibilityTimeout: 12m, maxReceives: 1000, maxAge: 60s}}",
            "resources: {s1: {type: secret}, s2: {type: secret, variable: Jwt_KEY}}",
            "resources: {b1: {type: s3}}", "resources: {t1: {type: dynamodb, partitionKey: id}}",
            "resources: {t1: {type: dynamodb, partitionKey: id number, sortKey: _at.x-1}}",
            "statements: [{actions: ['s3:Get*', s3:PutObject], resources: ['arn:aws:s3:::b/*']}]",
            "statements: [{actions: [ec2:DescribeRegions], resources: ['*']}]",
            CONTAINER + "\n    image: a.b/c:1\n    command: [a, '-b', 1]",
            CONTAINER + "\n    image: a.b:443/c/d_e/f.g-h:1\n    local: {command: [./a]}",
            CONTAINER + "\n    image: 'a.b/c@sha256:" + DIGEST
                    + "'\n    command: []\n    local: {command: [a], folder: ../b c}",
            CONTAINER + "\n    image: 'a.b/c:1@sha256:" + DIGEST + "'\n    command: [a]",
            CONTAINER + "\n    image: a.b/c:1\n    command: [a]\n    public: {/a: {}}",
            "kind: container\n    image: a.b/c:1\n    command: [a]\n    containerPort: 80",
            "kind: container\n    image: a.b/c:1\n    command: [a]\n    containerPort: 80\n    public: {}"})
    void whatTheReaderTakesIsValid(String setting) {
        ServicesText file = service(setting);

        assertThat(catchThrowable(file::load)).isNull();
        assertThat(errors(file.text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: docker", "kind:", "kind: spring-boot", "jar: a.jar",
            "kind: highlands\n    jar: a.jar",
            "kind: spring-boot\n    jar: a.zip", "containerPort: 1023", "containerPort: 65536", "containerPort: 3001",
            "containerPort: 8126", "health: ready", "health: /a?b", "health: /a*", "health:", "port: 0", "port: 65536",
            "port: '8080'", "timeout: 61s", "timeout: 0s", "timeout: 2m",
            "timeout: 10", "size: {cpu: 300}", "size: {cpu: 256}", "size: {memory: 2049}", "size: 1", "size:",
            "calls: [bb]", "calls:", "calls: {bb: 5s}", "calls: {bb: {timeout: 61s}}", "public: [/]",
            "public: {time: {}}",
            "public: {'/a*b': {}}", "public: {'/a/{id:[0-9]+}': {example: /a/7}}", "public: {/a: {example: a}}",
            "public: {/a: {example: [/a]}}", "public: {'/a/{*rest}/b': {}}",
            "routes: ['/a/x{id}']",
            "routes: ['/a/{}']", "public: {/a: {calls: [bb]}}", "public: {/a: {calls: {bb: 1}}}", "routes: /",
            "routes: [/, /]", "routes: [time]", "unknown: 1", "environment: {A-B: 1}", "environment: {AWS_REGION: x}",
            "environment: {A: }", "environment: {A: ''}", "environment: {A: [1]}", "environment: {HIGHLANDS_ENV: dev}",
            "environment: {BIND_ADDRESS: x}", "environment: [A]", "secrets: {A: }", "secrets: {A: {}}",
            "secrets: {A: {key: a}}", "secrets: {A: {secret: a b}}", "secrets: {A: {secret: a, parameter: /a}}",
            "secrets: {A: {parameter: /a, key: b}}", "secrets: {A: {parameter: a}}", "secrets: {DD_ENV: {secret: a}}",
            "secrets: {A: {secret: a, key: 'b:c'}}", "resources: [db]",
            "resources: {db: }", "resources: {db: {}}", "resources: {db: {type: mysql}}",
            "resources: {Db: {type: sqs}}",
            "resources: {db: {type: sqs, maxCapacity: 2}}", "resources: {db: {type: postgresql, maxAge: 2m}}",
            "resources: {db: {type: postgresql, maxCapacity: 257}}", "resources: {db: {type: sqs, maxReceives: 0}}",
            "resources: {db: {type: postgresql, database: A}}", "resources: {db: {type: postgresql, database: _a}}",
            "resources: {ev: {type: sqs, maxAge: 2}}", "resources: {t1: {type: dynamodb}}",
            "resources: {s1: {type: secret, variable: A-B}}", "resources: {s1: {type: secret, variable: AWS_KEY}}",
            "resources: {s1: {type: secret, variable: }}", "resources: {s1: {type: sqs, variable: A}}",
            "resources: {b1: {type: s3, sortKey: id}}", "resources: {b1: {type: s3, database: a}}",
            "resources: {t1: {type: dynamodb, partitionKey: 1}}", "resources: {t1: {type: sqs, partitionKey: id}}",
            "resources: {t1: {type: dynamodb, partitionKey: id, sortKey: id text}}",
            "resources: {t1: {type: postgresql, sortKey: id}}",
            "resources: {t1: {type: dynamodb, partitionKey: id, maxAge: 2m}}",
            "statements: {}", "statements: [1]", "statements: [{}]",
            "statements: [{actions: ['*'], resources: ['*']}]", "statements: [{actions: [s3:GetObject]}]",
            "statements: [{actions: [], resources: ['*']}]", "statements: [{actions: [s3:Get], resources: [bucket]}]",
            "image: a.b/c:1", "command: [a]", "local: {command: [a]}", "kind: container",
            CONTAINER + "\n    image: a.b/c:1", CONTAINER + "\n    image: a.b/c:1\n    command: []",
            CONTAINER + "\n    image: a.b/c:1\n    local: {folder: a}", CONTAINER + "\n    command: [a]",
            CONTAINER + "\n    image: a.b/c\n    command: [a]", CONTAINER + "\n    image: c:1\n    command: [a]",
            CONTAINER + "\n    image: 'a.b/c@sha256:1'\n    command: [a]",
            CONTAINER + "\n    image: a.b/C:1\n    command: [a]", CONTAINER + "\n    image: a.b/c:1\n    command: a",
            CONTAINER + "\n    image: a.b/c:1\n    command: ['']",
            CONTAINER + "\n    image: a.b/c:1\n    command: [a]\n    jar: a.jar",
            "kind: container\n    image: a.b/c:1\n    command: [a]\n    health: /",
            "kind: container\n    image: a.b/c:1\n    command: [a]\n    containerPort: 80\n    public: {/a: {}}",
            CONTAINER + "\n    image: a.b:5000/c:1\n    command: [a]"})
    void whatTheReaderRefusesIsInvalid(String setting) {
        ServicesText file = service(setting);

        assertThat(catchThrowable(file::load)).isInstanceOf(InvalidInput.class);
        assertThat(errors(file.text())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"services: {}", "{}", "services: {a1: {port: 1, routes: [/]}}",
            "services: {a1: {timeout: 1s, routes: [/]}}",
            "services: {base: {port: 1, timeout: 1s, routes: [/]}}", "services: [a]",
            "services: {A: {port: 1, timeout: 1s, routes: [/]}}", "services: {a1: {port: 1, timeout: 1s}}",
            "services: {a1: {port: 1, timeout: 1s, routes: []}}", "services: {a1: {port: 1, timeout: 1s, public: {}}}",
            "services: {a1: {port: 1, timeout: 1s, routes: [/]}}\nother: 1"})
    void whatTheReaderRefusesOutsideOfAServiceIsInvalid(String text) {
        assertThat(catchThrowable(new ServicesText(text)::load)).isInstanceOf(InvalidInput.class);
        assertThat(errors(text)).isNotEmpty();
    }

    /** A service with that setting, beside one that it may call. */
    private static ServicesText service(String setting) {
        List<String> lines = new ArrayList<>(List.of("port: 8080", "timeout: 10s", "routes: [/aa]"));
        lines.removeIf(line -> line.startsWith(setting.split(":")[0] + ":"));
        lines.add(setting);
        return new ServicesText(
                "services:\n  bb: {port: 9090, timeout: 2s, routes: [/bb]}\n  aa:\n    " + String.join("\n    ", lines)
                        + "\n");
    }

    private static List<Error> errors(String yaml) {
        Object content = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return COMPILED.validate(JsonMapper.shared().writeValueAsString(content), InputFormat.JSON);
    }

    private static void sections(JsonNode node, List<JsonNode> sections) {
        if (node.path("type").toString().contains("\"object\"")) {
            sections.add(node);
        }
        node.forEach(inner -> sections(inner, sections));
    }

    /** Keys as the page has them: {@code calls.NAME.timeout}, {@code public.PATH.calls}. */
    private static void collect(String prefix, JsonNode section, Map<String, JsonNode> settings) {
        section.get("properties").forEachEntry((name, value) -> {
            JsonNode named = value.path("additionalProperties");
            if (value.has("properties")) {
                collect(prefix + name + '.', value, settings);
            } else if (named.has("properties")) {
                settings.put(prefix + name, value);
                collect(prefix + name + ("public".equals(name) ? ".PATH." : ".NAME."), named, settings);
            } else {
                settings.put(prefix + name, value);
            }
        });
    }

    private static JsonNode json() {
        try {
            return JsonMapper.shared().readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
