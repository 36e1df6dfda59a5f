// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The CDK CLI is pinned once, with the hash of what npm may install. */
class CdkCliTest {

    private static final Path ROOT = Path.of("../..");

    private static JsonNode json(String file) {
        return JsonMapper.shared().readTree(ROOT.resolve("platform-infra/cdk-cli").resolve(file).toFile());
    }

    @Test
    void theLockFileHoldsTheVersionOfTheBuildAndItsHash() throws IOException {
        Matcher version = Pattern.compile("<aws-cdk-cli.version>(.*)</aws-cdk-cli.version>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(json("package.json").path("dependencies").path("aws-cdk").asString()).isEqualTo(version.group(1));
        JsonNode locked = json("package-lock.json").path("packages").path("node_modules/aws-cdk");
        assertThat(locked.path("version").asString()).isEqualTo(version.group(1));
        assertThat(locked.path("integrity").asString()).startsWith("sha512-");
    }

    @Test
    void itIsInstalledFromTheLockFileAlone() throws IOException {
        assertThat(Files.readString(ROOT.resolve("platform-infra/cdk-cli/cdk"))).contains("npm ci ")
                .doesNotContain("npx", "npm install");
    }
}
