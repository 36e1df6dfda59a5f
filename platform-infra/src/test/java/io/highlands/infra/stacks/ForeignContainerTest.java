// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.ServicesText;
import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * An image that the build does not make. Sources: ECS API Reference, ContainerDefinition ({@code command} overrides CMD, {@code image} by tag
 * or digest); AWS
 * General Reference, "Amazon ECR endpoints and quotas"; OpenTelemetry specification, "OTLP Exporter Configuration"; Amazon ECR User Guide, "Private repository policies" (pull).
 */
class ForeignContainerTest {

    private static final ServicesText SERVICES = new ServicesText("""
            services:
              pages:
                kind: container
                image: public.ecr.aws/nginx/nginx-unprivileged:1.29
                command: [nginx, -g, daemon off;]
                local:
                  command: [python3, pages.py, "{port}"]
                  folder: ../pages
                containerPort: 80
                health: /up
                port: 8080
                timeout: 10s
                calls: { stock: {} }
                public: { /pages: { calls: { stock: {} } } }
              stock:
                port: 8081
                timeout: 8s
                routes: [/stock]
            """);
    private static final Assembly ASSEMBLY = Assembly
            .of(new EnvironmentFile("dev", "image: '1'\ntracing: { enabled: true, agent: opentelemetry }")
                    .load(SERVICES.load()));

    @Test
    void taskRunsTheImageWithTheDeclaredCommandAndPort() {
        JsonNode container = ASSEMBLY.container("pages", "pages");

        assertThat(container.get("Image").asString()).isEqualTo("public.ecr.aws/nginx/nginx-unprivileged:1.29");
        assertThat(container.get("Command").toString()).isEqualTo("[\"nginx\",\"-g\",\"daemon off;\"]");
        assertThat(container.at("/PortMappings/0/ContainerPort").asInt()).isEqualTo(80);
        assertThat(container.at("/PortMappings/0/AppProtocol").asString()).isEqualTo("http");
        assertThat(container.at("/LogConfiguration/LogDriver").asString()).isEqualTo("awslogs");
    }

    /** Nothing is known of its user, its files, or a program that could ask for its health. */
    @Test
    void imageIsRunAsItIs() {
        assertThat(ASSEMBLY.container("pages", "pages").propertyNames()).doesNotContain("User", "HealthCheck",
                "ReadonlyRootFilesystem", "MountPoints", "EntryPoint");
        assertThat(ASSEMBLY.only("pages", "AWS::ECS::TaskDefinition").get("ContainerDefinitions").toString())
                .doesNotContain("/app/launch");
    }

    @Test
    void loadBalancerAsksForTheDeclaredPath() {
        JsonNode group = ASSEMBLY.only("pages", "AWS::ElasticLoadBalancingV2::TargetGroup");

        assertThat(group.get("HealthCheckPath").asString()).isEqualTo("/up");
        assertThat(group.get("HealthCheckPort").asString()).isEqualTo("80");
    }

    @ParameterizedTest
    @CsvSource({"HOST, 0.0.0.0", "PORT, 80", "BIND_ADDRESS, 0.0.0.0:80", "STOCK_URL, http://stock:8081",
            "STOCK_TIMEOUT, 9s", "HIGHLANDS_SERVICE, pages", "OTEL_EXPORTER_OTLP_ENDPOINT, http://127.0.0.1:4318",
            "OTEL_EXPORTER_OTLP_PROTOCOL, http/protobuf", "OTEL_SERVICE_NAME, pages",
            "OTEL_RESOURCE_ATTRIBUTES, 'deployment.environment.name=dev,service.version=1.29'",
            "DD_TRACE_AGENT_URL, http://127.0.0.1:8126", "DD_VERSION, 1.29"})
    void processIsToldWhereToListenWhomToCallAndWhereTracesGo(String name, String value) {
        assertThat(ASSEMBLY.variable("pages", name)).isEqualTo(value);
    }

    @Test
    void othersGetNoneOfIt() {
        assertThat(ASSEMBLY.variable("stock", "PORT")).isNull();
        assertThat(ASSEMBLY.variable("stock", "OTEL_EXPORTER_OTLP_ENDPOINT")).isNull();
        assertThat(ASSEMBLY.template("stock").toString()).doesNotContain("highlands:process");
    }

    @Test
    void templateNamesWhatThisMachineRuns() {
        assertThat(ASSEMBLY.resources("pages", "AWS::ECS::TaskDefinition").getFirst().at("/Metadata/highlands:process")
                .toString()).isEqualTo("{\"Command\":[\"python3\",\"pages.py\",\"{port}\"],\"Folder\":\"../pages\"}");
    }

    @Test
    void noRepositoryIsMadeForIt() {
        assertThat(ASSEMBLY.all(Assembly.IMAGES, "AWS::ECR::Repository"))
                .extracting(repository -> repository.get("RepositoryName").asString())
                .containsExactly("highlands/stock");
    }

    /** The metrics of its proxy and of the load balancer are AWS's; those of the starter and of a JVM nobody publishes. */
    @Test
    void alarmsAndDashboardsLeaveOutWhatCouldHaveNoData() {
        String observability = ASSEMBLY.template("observability").toString();

        assertThat(observability).contains("highlands-dev-edge-errors-pages-stock",
                "highlands-dev-tasks-below-desired-pages", "highlands-dev-pages");
        assertThat(observability)
                .doesNotContain("highlands-dev-telemetry-silent-pages", "highlands-dev-circuit-open-pages-stock",
                        "\"Name\":\"Service\",\"Value\":\"pages\"", "\\\"Service\\\",\\\"pages\\\"");
    }

    @Test
    void repositoryOfEcrIsNamedByItsArnSoThatTheTaskMayPull() {
        Assembly assembly = SERVICES.with(
                "public.ecr.aws/nginx/nginx-unprivileged:1.29",
                "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/pages:7")
                .assembly("dev", "image: '1'");

        assertThat(assembly.container("pages", "pages").get("Image").toString())
                .contains("111122223333.dkr.ecr.eu-west-1.", "/team/pages:7");
        assertThat(assembly.template("pages").toString()).contains("ecr:BatchGetImage",
                ":ecr:eu-west-1:111122223333:repository/team/pages");
    }

    /** ECS pulls from the endpoint that the image names: FIPS, or dual-stack. */
    @ParameterizedTest
    @ValueSource(strings = {"111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/team/pages",
            "111122223333.dkr-ecr.us-east-1.on.aws/team/pages"})
    void otherEndpointOfEcrStaysAndTheTaskMayPullToo(String repository) {
        Assembly assembly = SERVICES.with(
                "public.ecr.aws/nginx/nginx-unprivileged", repository)
                .assembly("dev", "image: '1'");

        assertThat(assembly.container("pages", "pages").get("Image").asString()).isEqualTo(repository + ":1.29");
        assertThat(assembly.template("pages").toString()).contains("ecr:BatchGetImage",
                ":ecr:us-east-1:111122223333:repository/team/pages");
    }

    /** ARNs of GovCloud begin with {@code arn:aws-us-gov} (IAM User Guide, "Identify AWS resources with ARNs"). */
    @Test
    void repositoryIsInThePartitionOfTheTask() {
        Assembly assembly = SERVICES.with("public.ecr.aws/nginx/nginx-unprivileged",
                "111122223333.dkr.ecr.us-gov-west-1.amazonaws.com/team/pages")
                .assembly("dev", "image: '1'\nregion: us-gov-west-1");

        assertThat(assembly.template("pages").toString())
                .contains("arn:aws-us-gov:ecr:us-gov-west-1:111122223333:repository/team/pages");
    }

    @Test
    void environmentMayRunAnotherTagOrDigest() {
        String digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        Assembly assembly = SERVICES
                .assembly("dev", "image: '1'\nservices: { pages: { image: '%s' } }".formatted(digest));

        assertThat(assembly.container("pages", "pages").get("Image").asString())
                .isEqualTo("public.ecr.aws/nginx/nginx-unprivileged@" + digest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            `    image: public.ecr.aws/nginx/nginx-unprivileged:1.29\n` | `` | 2:3: services.pages.image: found nothing; allowed: an image with its registry and a tag or a digest
            nginx-unprivileged:1.29 | nginx-unprivileged | 4:5: services.pages.image: found public.ecr.aws/nginx/nginx-unprivileged; allowed: an image
            public.ecr.aws/ | registry.example.com:5000/ | 4:5: services.pages.image: found registry.example.com:5000/nginx/nginx-unprivileged:1.29; allowed: an image with its registry and a tag or a digest, such as public.ecr.aws/nginx/nginx:1.29; a registry has no port but 443, the only one that tasks reach outside of the mesh
            `    containerPort: 80\n` | `` | 2:3: services.pages.containerPort: found nothing; allowed: the port on which the image listens
            `    health: /up\n` | `` | 2:3: services.pages.health: found nothing; allowed: a path that responds 200
            kind: container | kind: highlands | 4:5: services.pages.image: found kind highlands; allowed: this key with kind container only
            health: /up | `health: /up\n    jar: a.jar` | 11:5: services.pages.jar: found a.jar; allowed: no jar with kind container
            health: /up | `health: /up\n    environment: { PORT: 1 }` | 11:20: services.pages.environment.PORT: found PORT; allowed: another name: the platform sets it
            """, quoteCharacter = '`')
    void whatIsWrongIsOneLine(String old, String other, String message) {
        var wrong = SERVICES.with(old.replace("\\n", "\n"), other.replace("\\n", "\n"));

        assertThatThrownBy(wrong::load).isInstanceOf(InvalidInput.class).message()
                .contains("services.yaml:" + message).doesNotContain("\n");
    }

    @Test
    void withoutACommandThisMachineWouldHaveNothingToRun() {
        var wrong = SERVICES.with("    command: [nginx, -g, daemon off;]\n", "")
                .with("      command: [python3, pages.py, \"{port}\"]\n", "");

        assertThatThrownBy(wrong::load).isInstanceOf(InvalidInput.class).message().contains(
                "services.yaml:2:3: services.pages.command: found nothing, and no local.command either; allowed: what runs on this machine");
    }

    /** On this machine it is the process's port; the task's process listens on the container's. */
    @Test
    void portInTheImagesCommandIsTheContainers() {
        Assembly assembly = Assembly.of(new EnvironmentFile("dev", "image: '1'").load(SERVICES
                .with("command: [nginx, -g, daemon off;]", "command: [serve, \"--listen=:{port}\"]")
                .with("      command: [python3, pages.py, \"{port}\"]\n", "").load()));

        assertThat(assembly.container("pages", "pages").get("Command").toString())
                .isEqualTo("[\"serve\",\"--listen=:80\"]");
        assertThat(assembly.resources("pages", "AWS::ECS::TaskDefinition").getFirst()
                .at("/Metadata/highlands:process/Command").toString())
                .isEqualTo("[\"serve\",\"--listen=:{port}\"]");
    }

    /** FIS Actions reference, {@code aws:ecs:task-kill-process}: the process is found by its name, and only a JVM's is known. */
    @Test
    void faultsThatNeedTheNameOfItsProcessAreLeftOut() {
        var environment = new EnvironmentFile("dev", "image: '1'").load(SERVICES.load());

        assertThat(Experiment.of(environment)).filteredOn(it -> it.service().equals("pages"))
                .extracting(Experiment::fault).contains("lose-task", "latency").doesNotContain("kill-app");
        assertThat(Experiment.of(environment)).filteredOn(it -> it.service().equals("stock"))
                .extracting(Experiment::fault).contains("kill-app");
    }

    @Test
    void declaredCommandRunsOnThisMachineTooWhereThereIsNoOther() {
        var same = SERVICES.with("      command: [python3, pages.py, \"{port}\"]\n", "");

        assertThat(same.load().get("pages").program().foreign().orElseThrow().localCommand())
                .containsExactly("nginx", "-g", "daemon off;");
    }
}
