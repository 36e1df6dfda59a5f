// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.template.AssemblyFolder;
import io.highlands.local.template.TemplateException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What CloudFormation refuses of any resource, whether it is run here or not. */
class ResourceRulesTest {

    @TempDir
    private Path folder;

    private void read(String resources) {
        Path assembly = AssemblyFolder.in(folder).stack("s", "{'Resources': {" + resources + "}}").write();
        new Inventory(CloudAssembly.read(assembly), LocalValues.read(folder.resolve("none.json")));
    }

    private void refused(String resources, String... parts) {
        assertThatThrownBy(() -> read(resources)).isInstanceOf(TemplateException.class).hasMessageContainingAll(parts);
    }

    /** Resources section of the user guide: "The logical ID must be alphanumeric (A-Za-z0-9)"; the message is CloudFormation's. */
    @ParameterizedTest
    @ValueSource(strings = {"My-Queue", "my_queue", "queue.1", "Schlange ä"})
    void aLogicalIdIsAlphanumeric(String id) {
        refused("'" + id + "': {'Type': 'AWS::SQS::Queue'}", "Resource name " + id + " is non alphanumeric");
    }

    /** CloudFormation: "Template format error: Unrecognized resource types". */
    @ParameterizedTest
    @ValueSource(strings = {"AWS::SQS::Que", "AWS::Sqs::Queue", "AWS::SQS", "Queue", "Custom:Thing", "AWS::Foo::Bar"})
    void aTypeIsOneOfCloudFormations(String type) {
        refused("'A': {'Type': '" + type + "'}", "s/A Type: '" + type + "' is no resource type of CloudFormation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS::SQS::Queue", "Custom::Thing", "Datadog::Monitors::Monitor", "AWS::XRay::Group"})
    void customAndThirdPartyTypesAreTypes(String type) {
        assertThatCode(() -> read("'A': {'Type': '" + type + "'}")).doesNotThrowAnyException();
    }

    /** The resource schemas say additionalProperties: false. */
    @Test
    void aMisspeltPropertyIsNamedWithThoseThatThereAre() {
        refused("'A': {'Type': 'AWS::CloudWatch::Alarm', 'Properties': {'AlarmNam': 'a'}}",
                "s/A AlarmNam: 'AlarmNam' is no property of AWS::CloudWatch::Alarm there; allowed: ", "AlarmName");
        refused("'A': {'Type': 'AWS::ECS::Service', 'Properties': {'LoadBalancers': [{'ContainerNme': 'a'}]}}",
                "s/A LoadBalancers[0].ContainerNme: ", "ContainerName");
        refused("'A': {'Type': 'AWS::SQS::Queue', 'Properties': {'RedrivePolicy': {}, 'fifoqueue': true}}",
                "FifoQueue");
    }

    @Test
    void functionsAndFreeFormObjectsAreNotProperties() {
        assertThatCode(() -> read("""
                'A': {'Type': 'AWS::SQS::Queue', 'Properties': {'QueueName': {'Fn::Join': ['', ['a', 'b']]},
                  'Tags': [{'Key': 'k', 'Value': {'Ref': 'AWS::Region'}}]}},
                'B': {'Type': 'AWS::Lambda::Function', 'Properties': {'Role': 'r', 'Code': {'ZipFile': 'x'},
                  'Environment': {'Variables': {'ANY_NAME': '1'}}}}
                """)).doesNotThrowAnyException();
    }

    @Test
    void bothBranchesOfAnIfAreChecked() {
        refused("""
                'A': {'Type': 'AWS::ECS::Service', 'Properties': {'DeploymentController':
                  {'Fn::If': ['C', {'Typ': 'ECS'}, {'Ref': 'AWS::NoValue'}]}}}
                """, "'Typ' is no property");
    }

    /** EC2: "CIDR block … is malformed"; a VPC has /16 to /28 (API_CreateVpc). */
    @ParameterizedTest
    @CsvSource({"AWS::EC2::VPC, CidrBlock, 10.0.0.0/33", "AWS::EC2::VPC, CidrBlock, 10.0.0.0/8",
            "AWS::EC2::Subnet, CidrBlock, 10.0.300.0/24", "AWS::EC2::SecurityGroupIngress, CidrIp, 0.0.0.0/33",
            "AWS::EC2::SecurityGroupIngress, CidrIp, 0.0.0.0", "AWS::EC2::SecurityGroupIngress, CidrIpv6, ::/129"})
    void aBlockIsOfItsForm(String type, String property, String block) {
        refused("'A': {'Type': '" + type + "', 'Properties': {'" + property + "': '" + block + "'}}",
                "s/A " + property + ": CIDR block '" + block + "' is malformed");
    }

    @Test
    void blocksWithinListsAreCheckedToo() {
        refused("""
                'A': {'Type': 'AWS::EC2::SecurityGroup', 'Properties': {'GroupDescription': 'g', 'SecurityGroupIngress': [
                  {'IpProtocol': '-1', 'CidrIp': '10.0.0.0/16'}, {'IpProtocol': '-1', 'CidrIp': '10.0.0.0/99'}]}}
                """,
                "s/A SecurityGroupIngress[1].CidrIp");
    }

    /** API_PutParameter, Name. */
    @ParameterizedTest
    @ValueSource(strings = {"a b", "path/without/slash", "/aws/x", "awsThing", "SSM-x", "/a//b", "/a/b@c",
            "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16"})
    void aParametersNameIsOfItsForm(String name) {
        refused(parameter(name), "s/P Name: '" + name + "' is no name of a parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "/highlands/prod/a.b-c_d", "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15"})
    void aParametersNameHasLevels(String name) {
        assertThatCode(() -> read(parameter(name))).doesNotThrowAnyException();
    }

    private static String parameter(String name) {
        return "'P': {'Type': 'AWS::SSM::Parameter', 'Properties': {'Name': '" + name
                + "', 'Type': 'String', 'Value': 'v'}}";
    }
}
