// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import io.highlands.local.ecs.RunningPlatform;
import io.highlands.local.ecs.TestImages;
import io.highlands.local.ecs.TestService;
import io.highlands.local.provision.Deployed;

import static org.assertj.core.api.Assertions.assertThat;

/** CloudFormation's and Parameter Store's operations, on the real environment's stacks. */
@ResourceLock("tasks")
class StackOperationsTest {

    private static final Path OUT = Path
            .of(System.getProperty("highlands.cdk.out", "../../platform-infra/target/cdk.out"));

    @TempDir
    private static Path folder;

    private static PlatformApis api;

    @BeforeAll
    static void start() throws IOException {
        new TestImages(folder.resolve("images")).with("any", TestImages.HEALTHY);
        Path values = Files.writeString(folder.resolve("local-values.json"),
                "{\"parameters\":{\"/highlands/local/note\":\"hello\"}}");
        Deployed deployed = Deployed.read(OUT.resolve("local"), values);
        api = new PlatformApis(folder, new RunningPlatform(folder,
                TestService.platform(new TestService("any").balanced().desired(0))).start(), deployed::platform,
                deployed.stacks());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void theUrlOfTheBaseStackLeadsToTheLoadBalancerFromHere() {
        assertThat(api.aws("cloudformation", "describe-stacks", "--stack-name", "highlands-local-base", "--query",
                "Stacks[0].[StackStatus,Outputs[?OutputKey=='Url'].OutputValue|[0]]", "--output", "text"))
                .isEqualTo("CREATE_COMPLETE\thttp://127.0.0.1:" + api.platform().runtime().loadBalancerPort());
    }

    @Test
    void allStacksAreListedTheLatestFirst() {
        String stacks = query("ListStacks");
        assertThat(stacks).containsSubsequence("<StackName>highlands-local-observability</StackName>",
                "<StackName>highlands-local-service-b</StackName>", "<StackName>highlands-local-base</StackName>");
        assertThat(query("ListStacks&StackStatusFilter.member.1=DELETE_COMPLETE")).doesNotContain("<StackName>");
    }

    @Test
    void aResourceHasTheNameThatOthersKnowItBy() {
        assertThat(query("DescribeStackResources&StackName=highlands-local-service-a"))
                .contains("<PhysicalResourceId>arn:aws:ecs:eu-west-1:000000000000:service/highlands-local/service-a<");
        assertThat(query("DescribeStackResources&PhysicalResourceId=highlands-local"))
                .contains("<ResourceType>AWS::ECS::Cluster</ResourceType>");
    }

    @Test
    void exportsAreThoseThatOtherStacksImport() {
        assertThat(query("ListExports")).contains("highlands-local-base:ExportsOutputRef",
                "<Value>sg-0");
    }

    @Test
    void aStackThatIsNotThereHasTheErrorOfCloudFormation() {
        assertThat(query("DescribeStacks&StackName=gone")).contains(
                "<Code>ValidationError</Code><Message>Stack with id gone does not exist</Message>");
        assertThat(query("DescribeStackResources")).contains("<Code>ValidationError</Code>");
    }

    @Test
    void aLocalValueIsAParameter() {
        JsonNode parameter = api.ok("AmazonSSM.GetParameter", "{'Name':'/highlands/local/note'}").path("Parameter");
        assertThat(parameter.path("Value").asString()).isEqualTo("hello");
        assertThat(parameter.path("ARN").asString())
                .isEqualTo("arn:aws:ssm:eu-west-1:000000000000:parameter/highlands/local/note");
    }

    @Test
    void parametersThatAreNotThereAreNamed() {
        assertThat(api.ok("AmazonSSM.GetParameters", "{'Names':['/highlands/local/note','/gone']}")
                .path("InvalidParameters").toString()).isEqualTo("[\"/gone\"]");
        assertThat(api.refused("AmazonSSM.GetParameter", "{'Name':'/gone'}")).startsWith("ParameterNotFound: ");
    }

    @Test
    void everyMemberOfAnAnswerIsOneOfAws() {
        for (String operation : List.of("DescribeStacks", "DescribeStackResources", "ListStackResources", "ListStacks",
                "ListExports")) {
            assertThat(api.unknownMembers("cloudformation", operation,
                    operation.endsWith("Resources") ? Map.of("StackName", "highlands-local-base") : Map.of()))
                    .isEmpty();
        }
        assertThat(api.unknownMembers("ssm", "GetParameter", Map.of("Name", "/highlands/local/note"))).isEmpty();
    }

    private static String query(String call) {
        return api.query("Version=2010-05-15&Action=" + call);
    }
}
