// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.settings.Environment;
import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.ServicesText;
import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What a service declares for its task. Sources: ECS Developer Guide, "Pass sensitive data to an Amazon ECS container" (form
 * of {@code valueFrom}, permissions of the execution role); IAM User Guide, "Grant least privilege".
 */
class TaskOptionsTest {

    private static final String ARN = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/key-AbCdEf";
    private static final ServicesText SERVICES = new ServicesText("""
            services:
              orders:
                port: 8080
                timeout: 10s
                calls: { stock: {} }
                public:
                  /orders: { calls: { stock: {} } }
                environment:
                  CURRENCY: EUR
                  BATCH: 20
                secrets:
                  DB_PASSWORD: { secret: orders/database, key: password }
                  SIGNING_KEY: { secret: %s }
                  API_TOKEN: { parameter: /orders/token }
                statements:
                  - actions: [s3:GetObject, s3:PutObject]
                    resources: ["arn:aws:s3:::archive/*"]
              stock:
                port: 8081
                timeout: 8s
                routes: [/stock]
            """.formatted(ARN));
    private static final Assembly ASSEMBLY = Assembly
            .of(new EnvironmentFile("dev", "image: '1'\nregion: eu-west-1\naccount: '111122223333'")
                    .load(SERVICES.load()));

    @Test
    void variablesAreThoseOfTheServiceBesideThePlatforms() {
        assertThat(ASSEMBLY.variable("orders", "CURRENCY")).isEqualTo("EUR");
        assertThat(ASSEMBLY.variable("orders", "BATCH")).isEqualTo("20");
        assertThat(ASSEMBLY.variable("orders", "STOCK_URL")).isEqualTo("http://stock:8081");
        assertThat(ASSEMBLY.variable("stock", "CURRENCY")).isNull();
    }

    @Test
    void secretsAreReadByEcsAndNeverInTheTemplate() {
        List<JsonNode> secrets = ASSEMBLY.container("orders", "orders").get("Secrets").valueStream().toList();

        assertThat(secrets).extracting(secret -> secret.get("Name").asString())
                .containsExactlyInAnyOrder("API_TOKEN", "DB_PASSWORD", "SIGNING_KEY");
        assertThat(valueFrom(secrets, "DB_PASSWORD"))
                .contains(":secretsmanager:eu-west-1:111122223333:secret:orders/database:password::");
        assertThat(valueFrom(secrets, "SIGNING_KEY")).contains(ARN);
        assertThat(valueFrom(secrets, "API_TOKEN")).contains(":ssm:eu-west-1:111122223333:parameter/orders/token");
        assertThat(ASSEMBLY.container("stock", "stock").has("Secrets")).isFalse();
    }

    @Test
    void executionRoleReadsTheDeclaredSecretsAndNoOther() {
        var statements = statements("TaskExecutionRole").filter(
                statement -> statement.get("Action").toString().matches(".*(secretsmanager|ssm|kms):.*")).toList();

        assertThat(statements).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.get("Action").toString()).doesNotContain("*", "Put", "Create", "kms:");
        });
        assertThat(statements.stream().map(statement -> statement.get("Resource"))
                .flatMap(resource -> resource.isArray() ? resource.valueStream() : Stream.of(resource))
                .map(JsonNode::asString).map(arn -> arn.substring(arn.indexOf("111122223333:") + 13)))
                .containsExactlyInAnyOrder("secret:orders/database-??????", "secret:shop/key-AbCdEf",
                        "parameter/orders/token");
    }

    @Test
    void taskRoleMayDoWhatIsDeclared() {
        assertThat(statements("TaskTaskRole").map(JsonNode::toString)).anySatisfy(statement -> assertThat(statement)
                .contains("s3:GetObject", "s3:PutObject", "arn:aws:s3:::archive/*"));
    }

    /** Whatever the platform may set is refused as a service's own, or one of the two would silently win. */
    @ParameterizedTest
    @ValueSource(strings = {"tracing: {enabled: false}", "tracing: {enabled: true}",
            "tracing: {enabled: true, agent: opentelemetry}", "tracing: {enabled: true, backend: aws}"})
    void everyVariableOfThePlatformIsRefusedAsTheServicesOwn(String tracing) {
        Environment environment = new EnvironmentFile("dev", "image: '1'\n" + tracing).load(SERVICES.load());
        var spec = environment.topology().get("orders");
        var names = ServiceVariables.of(new Deployment(environment, spec)).keySet().stream()
                .filter(name -> !spec.options().environment().containsKey(name)).toList();

        assertThat(names).contains("BIND_ADDRESS", "STOCK_URL", "STOCK_TIMEOUT").allSatisfy(name -> assertThatThrownBy(
                () -> SERVICES.with("CURRENCY: EUR", name + ": x").load()).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("services.orders.environment." + name));
    }

    private static String valueFrom(List<JsonNode> secrets, String name) {
        JsonNode value = secrets.stream().filter(secret -> name.equals(secret.get("Name").asString())).findFirst()
                .orElseThrow().get("ValueFrom");
        return value.isString()
                ? value.asString()
                : String.join("", value.at("/Fn::Join/1").valueStream().map(part -> part.asString("")).toList());
    }

    private static Stream<JsonNode> statements(String role) {
        return ASSEMBLY.policyOf("orders", role).at("/PolicyDocument/Statement").valueStream();
    }
}
