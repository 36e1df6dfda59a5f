// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.ServicesText;

import static org.assertj.core.api.Assertions.assertThat;

/** A service D is one more entry in the declaration, and nothing else. */
class NewServiceTest {

    private static final String SERVICE_D = """
              service-d:
                port: 8083
                timeout: 12s
                calls: { service-c: {} }
                public:
                  /weather:
                    calls: { service-c: {} }
            """;
    private static final Assembly WITH_D = Assembly
            .of(EnvironmentFile.of("dev")
                    .load(new ServicesText(ServicesText.example().text() + SERVICE_D).load()));

    private static final Assembly WITH_PETS = Assembly.of(EnvironmentFile.of("dev")
            .load(new ServicesText(ServicesText.example().text() + SERVICE_D
                    .replace("/weather:", "/pets/{id}:\n        example: /pets/7?full=true")
                    .replaceFirst("\\z",
                            "      /toys/{*rest}: { example: /toys/a/b }\n    routes: [\"/pets/{id}/stock\"]\n"))
                    .load()));

    @Test
    void newServiceGetsItsStackAfterItsUpstreams() {
        assertThat(WITH_D.parts()).containsExactly("images", "base", "service-a", "service-c", "service-b", "service-d",
                "refresh", "observability");
        assertThat(WITH_D.dependencies("service-d")).containsExactlyInAnyOrder("images", "base", "service-c");
        assertThat(WITH_D.variable("service-d", "SERVICE_C_URL")).isEqualTo("http://service-c:8081");
    }

    @Test
    void newServiceGetsItsRepositoryAndItsEdges() {
        assertThat(WITH_D.all("images", "AWS::ECR::Repository"))
                .anyMatch(it -> "highlands/service-d".equals(it.get("RepositoryName").asString()));
        assertThat(WITH_D.all("base", "AWS::EC2::SecurityGroupIngress"))
                .extracting(rule -> rule.get("Description").asString())
                .contains("load balancer to service-d", "service-d to service-c")
                .doesNotContain("service-d to service-a", "service-c to service-d");
    }

    @Test
    void newServiceGetsItsPublicPath() {
        JsonNode rule = WITH_D.only("service-d", "AWS::ElasticLoadBalancingV2::ListenerRule");

        assertThat(rule.at("/Conditions/0/PathPatternConfig/Values/0").asString()).isEqualTo("/weather");
    }

    /** Elastic Load Balancing, "Condition types for listener rules": {@code *} matches 0 or more characters. */
    @Test
    void pathsWithVariablesAreWildcardsOfTheLoadBalancerAndRoutesOfTheMeshStayInside() {
        List<JsonNode> rules = WITH_PETS.all("service-d", "AWS::ElasticLoadBalancingV2::ListenerRule");

        assertThat(rules).extracting(rule -> rule.at("/Conditions/0/PathPatternConfig/Values").toString() + " "
                + rule.at("/Actions/0/Type").asString()
                + rule.at("/Actions/0/FixedResponseConfig/StatusCode").asString(""))
                .containsExactlyInAnyOrder("[\"/pets/*\"] forward", "[\"/toys\",\"/toys/*\"] forward",
                        "[\"/pets/*/stock\"] fixed-response404");
    }

    /** CloudFormation, "Metadata attribute": structured data of a resource, of which AWS makes nothing. */
    @Test
    void ruleNamesTheExampleOfItsPathWhereThatIsAnother() {
        assertThat(WITH_PETS.template("service-d").get("Resources").valueStream()
                .map(resource -> resource.path("Metadata").path("highlands:example").asString(""))
                .filter(example -> !example.isEmpty())).containsExactlyInAnyOrder("/pets/7?full=true", "/toys/a/b");
        assertThat(WITH_D.template("service-d").toString()).doesNotContain("highlands:example");
    }

    /** Spring Framework, HandlerMapping: the best matching pattern is the text that the controller declares. */
    @Test
    void dashboardHasTheDeclaredPathAsItsRoute() {
        assertThat(WITH_PETS.template("observability").toString()).contains(
                "\\\"Route\\\",\\\"/pets/{id}\\\"", "\\\"Route\\\",\\\"/toys/{*rest}\\\"",
                "\\\"Route\\\",\\\"/pets/{id}/stock\\\"");
    }

    @Test
    void rulesOfTheOtherServicesKeepTheirPriority() {
        Assembly without = Assembly.of("dev");

        for (String service : List.of("service-a", "service-b")) {
            assertThat(WITH_D.template(service)).isEqualTo(without.template(service));
        }
    }
}
