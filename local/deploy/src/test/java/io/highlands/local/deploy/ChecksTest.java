// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The lines before a change. Error codes are those of each service's API reference. */
class ChecksTest {

    @TempDir
    private Path folder;

    private FakeAws aws;

    @BeforeEach
    void anAccountWithEverything() throws IOException {
        aws = new FakeAws(folder.resolve("bin"));
    }

    private List<String> failures(String environment) {
        return failures(environment, Map.of());
    }

    private List<String> failures(String environment, Map<String, String> variables) {
        return new Checks(aws.cli(), Assemblies.read(environment, folder.resolve("cdk.out")), variables).all().stream()
                .filter(result -> !result.isOk()).map(CheckResult::toString).toList();
    }

    @Test
    void nothingFailsWhereEverythingIsThere() {
        assertThat(failures("prod")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "iam|get-role|NoSuchEntity|ECS service-linked role: the account has no AWSServiceRoleForECS; run: aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com",
            "ssm|get-parameter|ParameterNotFound|CDK bootstrap: this account and Region have none; run: platform-infra/cdk-cli/cdk bootstrap aws://123456789012/eu-west-1",
            "acm|describe-certificate|ResourceNotFoundException|certificate arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-0000-0000-000000000000: not there",
            "acm-pca|describe-certificate-authority|ResourceNotFoundException|private CA arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/00000000-0000-0000-0000-000000000000: not there",
            "sns|get-topic-attributes|NotFound|topic arn:aws:sns:eu-west-1:123456789012:oncall: not there; run: aws sns create-topic --region eu-west-1 --name oncall"})
    void whatIsMissingIsALineThatSaysHowToMendIt(String service, String operation, String code, String line)
            throws IOException {
        aws.refuse(service, operation, code);

        assertThat(failures("prod")).anySatisfy(failure -> assertThat(failure).startsWith("failed  " + line));
    }

    @Test
    void anImageThatIsNotInEcrIsALineForEachService() throws IOException {
        aws.refuse("ecr", "describe-images", "RepositoryNotFoundException");

        assertThat(failures("prod")).hasSize(3).allSatisfy(failure -> assertThat(failure)
                .matches("failed  image of service-[abc]: \\S+ is not in ECR; run: ./highlands images prod"));
    }

    @Test
    void anImageForAnotherProcessorIsRefused() throws IOException {
        aws.answer("ecr", "describe-images", """
                {"imageDetails": [{"imageDigest": "sha256:00", "imageManifestMediaType":
                 "application/vnd.oci.image.index.v1+json"}]}""");
        aws.answer("ecr", "batch-get-image",
                """
                        {"images": [{"imageManifest": "{\\"manifests\\": [{\\"platform\\": {\\"architecture\\": \\"amd64\\"}}]}"}]}""");

        assertThat(failures("prod")).hasSize(3)
                .allSatisfy(failure -> assertThat(failure).contains("is for amd64, the task runs on ARM64"));
    }

    @Test
    void aPrivateAuthorityThatEcsMayNotUseIsRefused() throws IOException {
        aws.answer("acm-pca", "list-tags", "{\"Tags\": []}");

        assertThat(failures("prod")).singleElement().asString().contains("has no tag AmazonECSManaged=true");
    }

    @Test
    void aSecretIsLookedAtWhereTracingIsOn() throws IOException {
        aws.refuse("secretsmanager", "describe-secret", "ResourceNotFoundException");
        Path copied = Assemblies.copy("prod", folder.resolve("cdk.out"));
        Path template = copied.resolve("highlands-prod-service-a.template.json");
        assertThat(failures("prod")).as("prod ships with tracing off").isEmpty();

        // What the sidecar of a traced task takes its key from.
        Files.writeString(template, Files.readString(template).replaceFirst("\"Environment\": \\[",
                "\"Secrets\": [{\"Name\": \"DD_API_KEY\", \"ValueFrom\": {\"Fn::Join\": [\"\", [\"arn:aws:secretsmanager:eu-west-1:\","
                        + " {\"Ref\": \"AWS::AccountId\"}, \":secret:highlands/prod/datadog-api-key\"]]}}], \"Environment\": ["));
        List<String> lines = new Checks(aws.cli(), Assembly.read(copied), Map.of()).all().stream()
                .filter(result -> !result.isOk()).map(CheckResult::toString).toList();

        assertThat(lines).singleElement().asString()
                .startsWith("failed  secret highlands/prod/datadog-api-key: not there")
                .contains("run: aws secretsmanager create-secret --region eu-west-1"
                        + " --name highlands/prod/datadog-api-key");
    }

    /** States as the X-Ray API reference gives them for GetTraceSegmentDestination. */
    @ParameterizedTest
    @CsvSource({"CloudWatchLogs,ACTIVE,true", "CloudWatchLogs,PENDING,false", "XRay,ACTIVE,false"})
    void transactionSearchIsLookedAtWhereTracesGoToXray(String destination, String status, boolean on)
            throws IOException {
        aws.answer("xray", "get-trace-segment-destination",
                "{\"Destination\": \"%s\", \"Status\": \"%s\"}".formatted(destination, status));
        Path copied = Assemblies.copy("prod", folder.resolve("cdk.out"));
        Path template = copied.resolve("highlands-prod-service-a.template.json");
        Files.writeString(template, Files.readString(template).replaceFirst("\"Environment\": \\[",
                "\"Environment\": [{\"Name\": \"AOT_CONFIG_CONTENT\", \"Value\": \"{}\"}, "));

        List<String> lines = new Checks(aws.cli(), Assembly.read(copied), Map.of()).all().stream()
                .map(CheckResult::toString).filter(line -> line.contains("Transaction Search")).toList();

        assertThat(lines).singleElement().asString().isEqualTo(on
                ? "ok      Transaction Search: on"
                : "failed  Transaction Search: the destination of trace segments is %s %s; turn it on as docs/tracing.md"
                        .formatted(destination, status) + " says; allowed is CloudWatchLogs ACTIVE");
    }

    @Test
    void anotherAccountThanTheFilesIsRefusedBeforeAnythingElseIsAsked() throws IOException {
        aws.answer("sts", "get-caller-identity", "{\"Account\": \"999988887777\", \"Arn\": \"arn\"}");

        assertThat(failures("prod")).singleElement().asString().isEqualTo("failed  credentials: they are of account"
                + " 999988887777; environments/prod.yaml says account 123456789012: sign in to that account or change"
                + " the file");
        assertThat(aws.calls()).hasSize(1);
    }

    @Test
    void missingCredentialsAreALine() throws IOException {
        aws.refuse("sts", "get-caller-identity", "ExpiredToken");

        assertThat(failures("prod")).singleElement().asString()
                .contains("failed  credentials: aws sts get-caller-identity: An error occurred (ExpiredToken)")
                .endsWith("sign in (aws sso login, or set AWS_PROFILE) and run the command again");
    }

    @Test
    void anotherRegionInTheEnvironmentVariablesIsRefused() {
        assertThat(failures("prod", Map.of("AWS_REGION", "us-east-1"))).singleElement().asString()
                .contains("says us-east-1, environments/prod.yaml eu-west-1");
    }

    @Test
    void anAwsCliThatIsTooOldIsRefused() throws IOException {
        aws.version("aws-cli/2.4.1 Python/3.8.8 Linux/5.4");

        assertThat(failures("prod")).singleElement().asString().startsWith("failed  AWS CLI: aws-cli/2.4.1 is too old");
    }

    @Test
    void theVcpusOfARollingDeploymentAreComparedWithTheQuota() throws IOException {
        // A new account may run 6 vCPU; prod scales to 6 tasks of one vCPU for each of three services.
        aws.answer("service-quotas", "get-service-quota", "{\"Quota\": {\"Value\": 6.0}}");

        assertThat(failures("prod")).singleElement().asString().isEqualTo("failed  quota of Fargate vCPU: 6 allowed,"
                + " 0 used by others, 18 needed; run: aws service-quotas request-service-quota-increase --region"
                + " eu-west-1 --service-code fargate --quota-code L-3032A538 --desired-value 18");
    }

    @Test
    void theEnvironmentsOwnTasksAndAddressesDoNotCountAgainstIt() throws IOException {
        aws.answer("service-quotas", "get-service-quota", "{\"Quota\": {\"Value\": 18.0}}");
        aws.answer("cloudwatch", "get-metric-statistics", "{\"Datapoints\": [{\"Maximum\": 6.0}]}");
        aws.answer("ecs", "describe-services", """
                {"services": [{"serviceName": "service-a", "runningCount": 2},
                 {"serviceName": "service-b", "runningCount": 2}, {"serviceName": "service-c", "runningCount": 2}]}""");
        aws.answer("ec2", "describe-addresses", """
                {"Addresses": [{"Tags": [{"Key": "highlands:environment", "Value": "prod"}]}]}""");

        assertThat(failures("prod")).isEmpty();
    }

    @Test
    void awsExampleAccountIsRefusedByFileAndLine() throws IOException {
        Path file = Files.writeString(folder.resolve("prod.yaml"),
                "# 111122223333 is AWS's example account\nregion: eu-west-1\naccount: \"111122223333\"\n");

        assertThatThrownBy(() -> ExampleAccount.refuse(file, "environments/prod.yaml"))
                .isInstanceOf(DeployException.class).hasMessage("environments/prod.yaml:3: 111122223333 is AWS's"
                        + " example account; put your own account, certificate, topics and private CA there");
    }
}
