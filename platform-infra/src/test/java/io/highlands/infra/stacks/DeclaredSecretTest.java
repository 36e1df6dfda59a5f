// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.ServicesText;
import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Secrets that are generated for services. Sources: CloudFormation User Guide, AWS::SecretsManager::Secret,
 * GenerateSecretString; ECS Developer Guide, "Pass Secrets Manager secrets through Amazon ECS environment variables" (a value
 * is the ARN; the execution role needs GetSecretValue).
 */
class DeclaredSecretTest {

    private static final ServicesText SERVICES = ServicesText.ordersWith("session-key: { type: secret }",
            "orders: { type: secret, variable: JWT_KEY }");
    private static final Assembly DEV = SERVICES.assembly("dev", "image: '1'");
    private static final String PART = "resources";
    private static final String TYPE = "AWS::SecretsManager::Secret";

    @Test
    void valueIsGeneratedOfLettersAndDigits() {
        assertThat(DEV.all(PART, TYPE)).hasSize(2).allSatisfy(secret -> {
            JsonNode generated = secret.get("GenerateSecretString");
            assertThat(generated.get("PasswordLength").asInt()).isGreaterThanOrEqualTo(43);
            assertThat(generated.get("ExcludePunctuation").asBoolean()).isTrue();
            assertThat(secret.has("SecretString")).isFalse();
        });
    }

    @Test
    void serviceHasTheValueInAVariable() {
        JsonNode secrets = DEV.container("orders", "orders").get("Secrets");

        assertThat(secrets.valueStream().map(it -> it.get("Name").asString())).containsExactlyInAnyOrder("JWT_KEY",
                "SESSION_KEY");
        assertThat(secrets.valueStream().map(it -> it.get("ValueFrom").propertyNames().toString()))
                .allMatch(it -> it.contains("Fn::ImportValue"));
        assertThat(DEV.container("stock", "stock").has("Secrets")).isFalse();
    }

    @Test
    void executionRoleOfThatServiceAloneReadsIt() {
        List<JsonNode> readers = DEV.statements("orders", "TaskExecutionRole")
                .filter(it -> it.toString().contains("secretsmanager:GetSecretValue")).toList();

        assertThat(readers).hasSize(1).allSatisfy(statement -> {
            assertThat(statement.get("Resource").valueStream().map(JsonNode::toString)).hasSize(2)
                    .allMatch(it -> it.contains("Fn::ImportValue") && it.contains("Secret"));
            assertThat(statement.toString()).doesNotContain("*", "secretsmanager:Put");
        });
        assertThat(DEV.policyOf("orders", "TaskTaskRole").toString()).doesNotContain("secretsmanager:");
        assertThat(DEV.all("stock", "AWS::IAM::Policy").toString()).doesNotContain("secretsmanager:");
    }

    /** CloudWatch has no metrics of a single secret. */
    @Test
    void secretHasNeitherRowNorAlarmAndMayBeNamedLikeTheService() {
        Assembly full = SERVICES.assembly("staging", "image: '1'");

        assertThat(full.template("observability").toString()).doesNotContain("session-key");
        assertThat(full.all("observability", "AWS::CloudWatch::CompositeAlarm").toString())
                .contains("highlands-staging-saturation-orders");
    }

    @Test
    void withKeepDataItOutlivesItsStack() {
        assertThat(SERVICES.assembly("staging", "image: '1'\nkeepData: true").template(PART).get("Resources")
                .valueStream())
                .hasSize(2).allSatisfy(secret -> assertThat(secret.get("DeletionPolicy").asString())
                        .isEqualTo("RetainExceptOnCreate"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { type: secret, variable: A-B }       | session-key.variable: found A-B; allowed: a name of letters
            { type: secret, variable: AWS_KEY }   | session-key: found session-key, which sets AWS_KEY; allowed: another name
            { type: secret, variable: DD_ENV }    | session-key: found session-key, which sets DD_ENV; allowed: another name
            { type: secret, variable: JWT_KEY }   | resources.orders: found orders, which sets JWT_KEY; allowed: another name, as the resource session-key sets
            { type: secret, variable: STOCK_URL } | session-key: found session-key, which sets STOCK_URL; allowed: another name, as the call of stock sets
            """)
    void variableThatSomethingElseSetsIsOneLine(String wrong, String message) {
        assertThatThrownBy(() -> SERVICES.with("session-key: { type: secret }", "session-key: " + wrong).load())
                .isInstanceOf(InvalidInput.class).hasMessageNotContaining("\n").hasMessageContaining(message);
    }

}
