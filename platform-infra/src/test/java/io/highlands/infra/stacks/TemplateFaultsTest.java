// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.infra.settings.Environments;
import io.highlands.infra.support.Assembly;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateFaultsTest {

    @SuppressWarnings("unused") // Named by FieldSource
    private static final Iterable<String> ENVIRONMENTS = Environments.NAMES;

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void templatesHaveNone(String environment) {
        Assembly assembly = Assembly.of(environment);

        assertThat(assembly.parts())
                .allSatisfy(part -> assertThat(TemplateFaults.of(assembly.template(part))).isEmpty());
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void rulesOfCloudFormationFindNothing(String environment) {
        assertThat(Assembly.of(environment).findings()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void whatAStackReadsAnEarlierOneExports(String environment) {
        Assembly assembly = Assembly.of(environment);
        Set<String> exported = new HashSet<>();
        for (String part : assembly.parts()) {
            assertThat(exported).as(part).containsAll(texts(assembly.template(part).findValues("Fn::ImportValue")));
            assembly.template(part).path("Outputs")
                    .forEach(output -> exported.add(output.at("/Export/Name").asString()));
        }
        assertThat(exported).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void nothingIsLookedUpInAws(String environment) {
        assertThat(Assembly.of(environment).missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "PortName":"web"                  | "PortName":"http"                 | port name http is in no port mapping; there are [web]
            "ContainerName":"service-b"       | "ContainerName":"service-x"       | target service-x:3000 is in no port mapping; there are [service-b:3000]
            "ContainerPort":3000,"TargetGroupArn" | "ContainerPort":8080,"TargetGroupArn" | target service-b:8080 is in no port mapping
            "TargetType":"ip"                 | "TargetType":"instance"           | awsvpc tasks need targets by ip, not instance
            "StartPeriod":60,"Timeout":4      | "StartPeriod":60,"Timeout":1      | Timeout 1 is not in 2 to 60
            "StopTimeout":21                  | "StopTimeout":130                 | StopTimeout 130 is not in 2 to 120
            "HealthCheckTimeoutSeconds":5     | "HealthCheckTimeoutSeconds":10    | health check takes as long as its interval
            """)
    void faultIsFound(String sound, String faulty, String found) {
        String template = Assembly.of("local").template("service-b").toString();
        assertThat(template).contains(sound);

        assertThat(TemplateFaults.of(read(template.replace(sound, faulty)))).singleElement().asString()
                .contains(found);
    }

    /** What service-connect-tls asks of targets and their health checks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Protocol":"HTTPS","Tags"       | "Protocol":"HTTP","Tags"        | targets with TLS in the mesh are HTTPS, not HTTP
            "HealthCheckProtocol":"HTTPS"   | "HealthCheckProtocol":"HTTP"  | health check by HTTP of targets by HTTPS
            "HealthCheckPort":"3000"        | "HealthCheckPort":"traffic-port" | health check names no port
            """)
    void faultOfAnEncryptedMeshIsFound(String sound, String faulty, String found) {
        String template = Assembly.of("prod").template("service-b").toString();
        assertThat(template).contains(sound);

        assertThat(TemplateFaults.of(read(template.replace(sound, faulty)))).anyMatch(fault -> fault.contains(found));
    }

    @Test
    void groupsThatNameEachOtherAreFound() {
        assertThat(TemplateFaults.of(read("""
                {"Resources": {"One": {"Type": "G", "Properties": {"Peer": {"Fn::GetAtt": ["Two", "GroupId"]}}},
                               "Two": {"Type": "G", "Properties": {"Peer": {"Ref": "One"}}}}}
                """))).containsExactly("One: depends on itself by way of [Two, One]");
    }

    @ParameterizedTest
    @CsvSource({"DiscoveryName", "TargetDiscoveryName"})
    void meshSeriesOfNoClusterIsFound(String dimension) {
        assertThat(TemplateFaults.of(alarm(List.of(dimension)))).singleElement().asString().contains("mesh series");
        assertThat(TemplateFaults.of(alarm(List.of(dimension, "ClusterName")))).hasSize(1);
        assertThat(TemplateFaults.of(alarm(List.of(dimension, "ClusterName", "ServiceName")))).isEmpty();
    }

    private static List<String> texts(List<JsonNode> nodes) {
        return nodes.stream().map(JsonNode::asString).toList();
    }

    private static JsonNode alarm(List<String> dimensions) {
        var list = dimensions.stream().map("{\"Name\": \"%s\", \"Value\": \"x\"}"::formatted).toList();
        return read("""
                {"Resources": {"Alarm": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"Dimensions": %s}}}}
                """.formatted(list));
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
