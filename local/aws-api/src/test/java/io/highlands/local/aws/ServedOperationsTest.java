// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.highlands.local.aws.model.ServiceModels;

import static org.assertj.core.api.Assertions.assertThat;

/** What is served is what AWS has and what the README says. */
class ServedOperationsTest {

    private final Set<String> served = AwsServer
            .add(AwsServer.actions(AwsOptions.on(0), null, null, null, null), null).names();

    @Test
    void theReadmeNamesEveryOperation() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(served).hasSizeGreaterThan(45)
                .allSatisfy(name -> assertThat(readme).contains("`" + name.substring(name.indexOf(':') + 1) + "`"));
    }

    @Test
    void everyOperationIsOneOfAws() {
        ServiceModels models = new ServiceModels();
        assertThat(served).allSatisfy(name -> {
            String[] parts = name.split(":");
            assertThat(models.signedFor(parts[0]).orElseThrow().operation(parts[1])).isPresent();
        });
    }
}
