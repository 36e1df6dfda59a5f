// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.settings.Environments;
import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code DeletionPolicy: Retain} keeps what a failed first deployment made too, and its name is in the way of the second;
 * {@code RetainExceptOnCreate} does not (AWS What's New, 2023-07-31), but keeps what an update removes, and its name is in
 * the way of the update that adds it again (CloudFormation User Guide, "DeletionPolicy attribute").
 */
class KeptResourcesTest {

    @SuppressWarnings("unused") // Named by FieldSource
    private static final Iterable<String> ENVIRONMENTS = Environments.NAMES;
    private static final EnvironmentFile PROD = EnvironmentFile.of("prod");
    private static final EnvironmentFile DATADOG = PROD.plus("datadog: {enabled: true, page: ['@pagerduty-oncall']}");
    private static final String TRACING_OFF = "tracing:\n  enabled: false";
    private static final String TRACING_ON = "tracing:\n  enabled: true";
    private static final EnvironmentFile KEPT_STAGING = EnvironmentFile.of("staging").with("keepData: false",
            "keepData: true");
    /** Environments with keepData, without and with a switch on; prod is refused game days. */
    @SuppressWarnings("unused") // Named by FieldSource
    private static final List<Arguments> SWITCHES = List.of(
            Arguments.of(PROD, PROD.with(TRACING_OFF, TRACING_ON)),
            Arguments.of(PROD, PROD.with(TRACING_OFF, TRACING_ON + "\n  backend: aws")),
            Arguments.of(PROD, DATADOG), Arguments.of(KEPT_STAGING, KEPT_STAGING.plus("gameDays: true")));

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void failedFirstDeploymentLeavesNoNameBehind(String environment) {
        assertThat(named(Assembly.of(environment))).isNotEmpty().allSatisfy(
                (name, resource) -> assertThat(policy(resource)).isNotEqualTo("Retain"));
    }

    /**
     * CloudFormation deletes no bucket that holds something, and the load balancer writes ELBAccessLogTestFile at once
     * (Elastic Load Balancing, "Enable access logs for your Application Load Balancer").
     */
    @Test
    void failedFirstDeploymentKeepsBucketsOfLogsWhichHaveNoNameToBeInTheWay() {
        assertThat(Stream.of(Assembly.of("staging"), Assembly.of(DATADOG)).flatMap(KeptResourcesTest::resources)
                .map(Map.Entry::getValue).filter(resource -> isOf(resource, "AWS::S3::Bucket"))).hasSize(3)
                .allSatisfy(bucket -> {
                    assertThat(policy(bucket)).isEqualTo("Retain");
                    assertThat(bucket.get("Properties").has("BucketName")).isFalse();
                });
    }

    @ParameterizedTest
    @FieldSource("SWITCHES")
    void whatASwitchAddsUnderANameGoesWhenItIsOff(EnvironmentFile off, EnvironmentFile on) {
        Map<String, JsonNode> added = new TreeMap<>(named(Assembly.of(on)));
        added.keySet().removeAll(named(Assembly.of(off)).keySet());

        assertThat(added.values()).anyMatch(resource -> isOf(resource, "AWS::Logs::LogGroup"));
        assertThat(added).allSatisfy((name, resource) -> assertThat(policy(resource)).as(name)
                .doesNotStartWith("Retain"));
    }

    @Test
    void keepDataKeepsWhatHoldsData() {
        Assembly prod = Assembly.of("prod");

        assertThat(prod.parts().stream().flatMap(part -> prod.template(part).get("Resources").valueStream())
                .filter(KeptResourcesTest::holdsData).toList()).hasSizeGreaterThan(10).allSatisfy(resource -> {
                    assertThat(policy(resource)).startsWith("Retain");
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

    /** Resources with a physical name, by stack and logical id. */
    private static Map<String, JsonNode> named(Assembly assembly) {
        return resources(assembly).filter(resource -> resource.getValue().path("Properties").propertyStream()
                .anyMatch(property -> property.getKey().endsWith("Name") && property.getValue().isString()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, JsonNode>> resources(Assembly assembly) {
        return assembly.parts().stream().flatMap(part -> assembly.template(part).get("Resources").propertyStream()
                .map(resource -> Map.entry(part + '/' + resource.getKey(), resource.getValue())));
    }

    private static String policy(JsonNode resource) {
        return resource.path("DeletionPolicy").asString("");
    }

    private static boolean isOf(JsonNode resource, String type) {
        return type.equals(resource.get("Type").asString());
    }

    private static boolean holdsData(JsonNode resource) {
        return Set.of("AWS::Logs::LogGroup", "AWS::S3::Bucket", "AWS::ECR::Repository", "AWS::KMS::Key")
                .contains(resource.get("Type").asString());
    }
}
