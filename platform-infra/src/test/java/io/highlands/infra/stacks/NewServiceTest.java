// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.topology.Call;
import io.highlands.infra.topology.PublicPath;
import io.highlands.infra.topology.ServiceSpec;
import io.highlands.infra.topology.Services;
import io.highlands.infra.topology.TaskSize;
import io.highlands.infra.topology.Topology;
import io.highlands.infra.topology.Upstream;

import static org.assertj.core.api.Assertions.assertThat;

/** A service D is one more entry in the declaration, and nothing else. */
class NewServiceTest {

    private static final TaskSize MEDIUM = new TaskSize(1024, 2048);
    private static final Assembly WITH_D = Assembly.of(EnvironmentFile.of("dev").load(withServiceD()));

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

    @Test
    void rulesOfTheOtherServicesKeepTheirPriority() {
        Assembly without = Assembly.of("dev");

        for (String service : List.of("service-a", "service-b")) {
            assertThat(WITH_D.template(service)).isEqualTo(without.template(service));
        }
    }

    private static Topology withServiceD() {
        List<ServiceSpec> services = new ArrayList<>(Services.ALL.services());
        services.add(new ServiceSpec("service-d", ServiceSpec.CONTAINER_PORT, 8083, Duration.ofSeconds(12),
                List.of(Upstream.of("service-c")), List.of(PublicPath.of("/weather", Call.to("service-c"))), List.of(),
                MEDIUM));
        return new Topology(services);
    }
}
