// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.cloudformation.CloudAssembly;
import io.highlands.local.template.cloudformation.Inventory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values of generated secrets. Source: ECS API Reference, Secret, valueFrom: the ARN of the secret where all of it is meant.
 */
class SecretStandInTest {

    private static final String VARIABLE = "HIGHLANDS_SESSION_KEY_VALUE";

    @TempDir
    private Path folder;

    @BeforeEach
    void assembly() throws IOException {
        ResourcesAssembly.write(folder, "000000000000",
                """
                        {"Resources": {
                          "Key": {"Type": "AWS::SecretsManager::Secret",
                            "Metadata": {"highlands:resource": {"service": "orders", "name": "session-key", "type": "secret"}}},
                          "Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"ContainerDefinitions": [
                            {"Name": "orders", "Image": "x", "Secrets": [{"Name": "SESSION_KEY", "ValueFrom": {"Ref": "Key"}}]}]}}}}
                        """);
    }

    @Test
    void variableGivesTheValue() {
        assertThat(read(Map.of(VARIABLE, "my key "))).isEqualTo("my key ");
        assertThat(folder.resolve("resources")).doesNotExist();
    }

    @Test
    void withoutAVariableOneIsMadeOnceForItsUserAlone() throws IOException {
        String first = read(Map.of());

        assertThat(first).matches("[0-9a-f]{64}");
        assertThat(read(Map.of())).isEqualTo(first);
        Path file = folder.resolve("resources/secrets/session-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");

        Files.delete(file);

        assertThat(read(Map.of())).isNotEqualTo(first);
    }

    @Test
    void variableIsAmongThoseOfACommand() {
        assertThat(SuppliedVariables.of(Map.of(VARIABLE, "a", "HIGHLANDS_VALUE", "b"))).containsOnlyKeys(VARIABLE);
    }

    private String read(Map<String, String> variables) {
        try (StandIns standIns = new StandIns(folder.resolve("resources"), variables)) {
            var values = standIns.values(folder, folder.resolve("none.json"), Map.of());
            return new Inventory(CloudAssembly.read(folder), values).all("AWS::ECS::TaskDefinition").getFirst()
                    .children("ContainerDefinitions").getFirst().children("Secrets").getFirst().secret("ValueFrom");
        }
    }
}
