// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.infra.settings.Environments;
import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.DeclaredServices;

import static org.assertj.core.api.Assertions.assertThat;

/** One image is built, deployed to dev, and promoted by its digest: so there is one repository for all environments. */
class ImagesStackTest {

    @SuppressWarnings("unused") // Named by FieldSource
    private static final Iterable<String> ENVIRONMENTS = Environments.NAMES;
    private static final String REPOSITORY = "AWS::ECR::Repository";

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void stackIsTheSameWhicheverEnvironmentSynthesizesIt(String environment) {
        assertThat(Assembly.of(environment).template(Assembly.IMAGES)).hasToString(
                Assembly.of("local").template(Assembly.IMAGES).toString());
        assertThat(Assembly.of(environment).property(Assembly.IMAGES, "tags").isMissingNode()).isTrue();
        assertThat(Assembly.of(environment).property(Assembly.IMAGES, "terminationProtection").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void noOtherStackHasARepository(String environment) {
        Assembly assembly = Assembly.of(environment);

        assertThat(assembly.parts()).startsWith(Assembly.IMAGES).filteredOn(part -> !Assembly.IMAGES.equals(part))
                .allSatisfy(part -> assertThat(assembly.all(part, REPOSITORY)).isEmpty());
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void servicesWaitForTheirRepositories(String environment) {
        assertThat(DeclaredServices.EXAMPLE.names()).allSatisfy(
                service -> assertThat(Assembly.of(environment).dependencies(service)).contains(Assembly.IMAGES));
    }

    @Test
    void repositoriesScanImagesAndKeepTagsUnchanged() {
        assertThat(Assembly.of("local").all(Assembly.IMAGES, REPOSITORY)).hasSize(3).allSatisfy(repository -> {
            assertThat(repository.at("/ImageScanningConfiguration/ScanOnPush").asBoolean()).isTrue();
            assertThat(repository.get("ImageTagMutability").asString()).isEqualTo("IMMUTABLE");
        });
        assertThat(Assembly.of("local").all(Assembly.IMAGES, REPOSITORY)).extracting(
                repository -> repository.get("RepositoryName").asString()).containsExactlyInAnyOrder(
                        "highlands/service-a", "highlands/service-b", "highlands/service-c");
    }

    /**
     * The workflow pushes three tags of a commit to a repository, of which an environment runs one by digest. A pattern of
     * {@code *} matches every tag (ECR user guide, "Lifecycle policy properties").
     */
    @Test
    void imagesOfTheLastThousandCommitsStay() {
        assertThat(Assembly.of("local").all(Assembly.IMAGES, REPOSITORY)).allSatisfy(repository -> {
            JsonNode rules = JsonMapper.shared()
                    .readTree(repository.at("/LifecyclePolicy/LifecyclePolicyText").asString()).get("rules");

            assertThat(rules.valueStream().map(rule -> rule.at("/selection/tagStatus").asString()))
                    .containsExactly("untagged", "tagged");
            assertThat(rules.at("/1/selection/tagPatternList").valueStream().map(JsonNode::asString))
                    .containsExactly("*");
            assertThat(rules.at("/1/selection/countType").asString()).isEqualTo("imageCountMoreThan");
            assertThat(rules.at("/1/selection/countNumber").asInt()).isEqualTo(3 * 1000);
        });
    }
}
