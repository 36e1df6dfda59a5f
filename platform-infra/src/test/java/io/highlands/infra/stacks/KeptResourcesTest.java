// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.settings.Environments;
import io.highlands.infra.support.Assembly;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code DeletionPolicy: Retain} keeps what a failed first deployment made too, and its name is in the way of the second;
 * {@code RetainExceptOnCreate} does not (AWS What's New, 2023-07-31).
 */
class KeptResourcesTest {

    @SuppressWarnings("unused") // Named by FieldSource
    private static final Iterable<String> ENVIRONMENTS = Environments.NAMES;

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void failedFirstDeploymentLeavesNothingBehind(String environment) {
        Assembly assembly = Assembly.of(environment);
        for (String part : assembly.parts()) {
            assertThat(assembly.template(part).get("Resources").properties()).as(part)
                    .allSatisfy(resource -> assertThat(resource.getValue().path("DeletionPolicy").asString(""))
                            .as(resource.getKey()).isNotEqualTo("Retain"));
        }
    }

    @Test
    void keepDataKeepsWhatHoldsData() {
        Assembly prod = Assembly.of("prod");

        assertThat(prod.parts().stream().flatMap(part -> prod.template(part).get("Resources").valueStream())
                .filter(KeptResourcesTest::holdsData).toList()).hasSizeGreaterThan(10).allSatisfy(resource -> {
                    assertThat(resource.path("DeletionPolicy").asString()).isEqualTo("RetainExceptOnCreate");
                    assertThat(resource.path("UpdateReplacePolicy").asString()).isEqualTo("Retain");
                });
    }

    @Test
    void withoutItNothingStaysButImagesAndWhatCloudFormationCannotDelete() {
        Assembly dev = Assembly.of("dev");
        List<Map.Entry<String, JsonNode>> kept = dev.parts().stream()
                .flatMap(part -> dev.template(part).get("Resources").properties().stream())
                .filter(resource -> resource.getValue().path("DeletionPolicy").asString("").startsWith("Retain"))
                .toList();

        assertThat(kept).extracting(resource -> resource.getValue().get("Type").asString())
                .containsOnly("AWS::ECR::Repository");
    }

    private static boolean holdsData(JsonNode resource) {
        return Set.of("AWS::Logs::LogGroup", "AWS::S3::Bucket", "AWS::ECR::Repository", "AWS::KMS::Key")
                .contains(resource.get("Type").asString());
    }
}
