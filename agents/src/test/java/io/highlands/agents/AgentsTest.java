// SPDX-License-Identifier: Apache-2.0
package io.highlands.agents;

import java.nio.file.Path;
import java.util.jar.JarFile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Both agents are there under the names that launch knows.
 */
class AgentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dd-java-agent.jar", "opentelemetry-javaagent.jar"})
    void theJarIsAJavaAgent(String jar) throws Exception {
        try (JarFile file = new JarFile(Path.of("target/agents", jar).toFile())) {
            assertThat(file.getManifest().getMainAttributes().getValue("Premain-Class")).isNotBlank();
        }
    }
}
