// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the plans do about stacks that are in the account already. The CDK CLI protects a stack before it executes the change
 * set, and deletes one of which the creation failed before it creates it again (aws-cdk 2, deploy-stack); CloudFormation
 * refuses to delete a protected stack (API reference, DeleteStack).
 */
class ExistingStacksTest {

    @TempDir
    private Path folder;

    private FakeAws aws;

    @BeforeEach
    void anEmptyAccount() throws IOException {
        aws = new FakeAws(folder.resolve("bin"));
    }

    private List<String> deployment() {
        return texts(new Deployment(folder, aws.cli(), Assemblies.read("prod", folder)).steps());
    }

    private TearDown tearDown(String environment) {
        return new TearDown(folder, aws.cli(), Assemblies.read(environment, folder));
    }

    private static List<String> texts(List<Step> steps) {
        return steps.stream().map(Step::text).toList();
    }

    private static String unprotecting(String stack) {
        return " cloudformation update-termination-protection --region eu-west-1 --no-enable-termination-protection"
                + " --stack-name " + stack;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLBACK_COMPLETE", "ROLLBACK_FAILED"})
    void aStackOfWhichTheCreationFailedLosesItsProtectionBeforeTheSecondAttempt(String status) throws IOException {
        aws.stacks("highlands-images " + status + " true", "highlands-prod-service-c " + status + " true");

        assertThat(deployment()).satisfies(steps -> {
            assertThat(steps.get(0)).endsWith(unprotecting("highlands-images"));
            assertThat(steps.get(1)).endsWith(unprotecting("highlands-prod-service-c"));
            assertThat(steps.get(2)).startsWith("platform-infra/cdk-cli/cdk deploy");
        });
    }

    @Test
    void aStackThatWasCreatedStaysProtected() throws IOException {
        aws.stacks("highlands-images CREATE_COMPLETE true", "highlands-prod-base UPDATE_ROLLBACK_COMPLETE true");

        assertThat(deployment()).allMatch(step -> step.startsWith("platform-infra/cdk-cli/cdk deploy"));
    }

    @Test
    void aFailedStackThatIsNotProtectedNeedsNothing() throws IOException {
        aws.stacks("highlands-prod-service-c ROLLBACK_COMPLETE false");

        assertThat(deployment()).allMatch(step -> step.startsWith("platform-infra/cdk-cli/cdk deploy"));
    }

    @Test
    void theLoadBalancerThatAFailedStackStillHoldsMayBeDeleted() throws IOException {
        aws.stacks("highlands-prod-base ROLLBACK_FAILED true");
        aws.answer("cloudformation", "describe-stack-resource", """
                {"StackResourceDetail": {"ResourceStatus": "DELETE_FAILED", "PhysicalResourceId":
                 "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/1"}}""");

        assertThat(deployment().get(1)).endsWith(" elbv2 modify-load-balancer-attributes --region eu-west-1"
                + " --load-balancer-arn arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/1"
                + " --attributes Key=deletion_protection.enabled,Value=false");
    }

    @Test
    void aLoadBalancerThatTheRollBackDeletedIsLeftAlone() throws IOException {
        aws.stacks("highlands-prod-base ROLLBACK_COMPLETE true");
        aws.answer("cloudformation", "describe-stack-resource", """
                {"StackResourceDetail": {"ResourceStatus": "DELETE_COMPLETE", "PhysicalResourceId":
                 "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/1"}}""");

        assertThat(deployment()).noneMatch(step -> step.contains("elbv2"));
    }

    /** It can be neither used nor updated, only deleted again (CloudFormation user guide, stack status codes). */
    @Test
    void aDeletionThatFailedIsFinishedBeforeTheSecondAttempt() throws IOException {
        aws.stacks("highlands-prod-service-c DELETE_FAILED true");

        assertThat(deployment().subList(0, 2)).satisfiesExactly(
                step -> assertThat(step).endsWith(unprotecting("highlands-prod-service-c")),
                step -> assertThat(step).startsWith("platform-infra/cdk-cli/cdk destroy")
                        .endsWith(" --force highlands-prod-service-c"));
    }

    @Test
    void theRepositoriesLoseTheirProtectionBeforeTheirSecondAttempt() throws IOException {
        aws.refuse("ecr", "describe-images", "RepositoryNotFoundException");
        aws.stacks("highlands-images ROLLBACK_COMPLETE true");
        Path docker = Files.createFile(folder.resolve("docker"));
        assertThat(docker.toFile().setExecutable(true)).isTrue();

        List<String> steps = texts(
                new Images(folder, aws.cli(), Assemblies.read("dev", folder), folder::resolve).steps("123456789012",
                        folder.toString(), "aarch64", false));

        assertThat(steps.get(0)).endsWith(unprotecting("highlands-images"));
        assertThat(steps.get(1)).startsWith("platform-infra/cdk-cli/cdk deploy").endsWith(" highlands-images");
    }

    @Test
    void stacksThatAreNoLongerDeclaredAreShownAndDeletedNewestFirst() throws IOException {
        aws.stacks("highlands-dev-base CREATE_COMPLETE false", "highlands-dev-game-days CREATE_COMPLETE false",
                "highlands-dev-datadog CREATE_COMPLETE true", "highlands-staging-datadog CREATE_COMPLETE true",
                "highlands-dev-tools CREATE_COMPLETE false");
        TearDown tearDown = tearDown("dev");

        assertThat(tearDown.effect()).contains(
                "goes:  highlands-dev-datadog, which environments/dev.yaml no longer declares",
                "goes:  highlands-dev-game-days, which environments/dev.yaml no longer declares");
        assertThat(texts(tearDown.steps())).satisfiesExactly(
                step -> assertThat(step).endsWith(unprotecting("highlands-dev-datadog")),
                step -> assertThat(step)
                        .endsWith(" cloudformation delete-stack --region eu-west-1 --stack-name highlands-dev-datadog"),
                step -> assertThat(step).endsWith(
                        " cloudformation wait stack-delete-complete --region eu-west-1 --stack-name highlands-dev-datadog"),
                step -> assertThat(step)
                        .endsWith("delete-stack --region eu-west-1 --stack-name highlands-dev-game-days"),
                step -> assertThat(step).contains("wait stack-delete-complete"),
                step -> assertThat(step).startsWith("platform-infra/cdk-cli/cdk destroy").endsWith("-dev-base"));
    }

    @Test
    void aServiceThatIsNoLongerDeclaredGoesAfterWhatImportsFromItAndBeforeTheBase() throws IOException {
        aws.stacks("highlands-dev-service-x CREATE_COMPLETE false");

        assertThat(texts(tearDown("dev").steps())).satisfiesExactly(
                step -> assertThat(step).contains("cdk destroy", "highlands-dev-observability")
                        .doesNotContain("highlands-dev-base"),
                step -> assertThat(step)
                        .contains("delete-stack --region eu-west-1 --stack-name highlands-dev-service-x"),
                step -> assertThat(step).contains("wait stack-delete-complete"),
                step -> assertThat(step).contains("cdk destroy").endsWith(" highlands-dev-base"));
    }

    @Test
    void servicesOfAnyNameGoBeforeTheResourcesThatTheyTakeAndOtherEnvironmentsStay() throws IOException {
        aws.stacks("highlands-dev-resources CREATE_COMPLETE false dev",
                "highlands-dev-orders CREATE_COMPLETE false dev",
                "highlands-dev-blue-base CREATE_COMPLETE false dev-blue");

        assertThat(texts(tearDown("dev").steps())).satisfiesExactly(
                step -> assertThat(step).contains("cdk destroy").doesNotContain("highlands-dev-base"),
                step -> assertThat(step).endsWith("delete-stack --region eu-west-1 --stack-name highlands-dev-orders"),
                step -> assertThat(step).contains("wait stack-delete-complete"),
                step -> assertThat(step)
                        .endsWith("delete-stack --region eu-west-1 --stack-name highlands-dev-resources"),
                step -> assertThat(step).contains("wait stack-delete-complete"),
                step -> assertThat(step).contains("cdk destroy").endsWith(" highlands-dev-base"));
    }

    /**
     * CloudFormation deletes what a first creation made (RetainExceptOnCreate), and DynamoDB and RDS refuse while it is protected
     * (API references, DeleteTable and DeleteDBCluster).
     */
    @Test
    void protectedTablesAndDatabasesOfAFailedCreationMayBeDeleted() {
        Stack stack = new Stack("highlands-prod-resources", Set.of(), false, JsonMapper.shared().readTree("""
                {"Resources": {
                 "Carts": {"Type": "AWS::DynamoDB::Table", "Properties": {"DeletionProtectionEnabled": true}},
                 "Drafts": {"Type": "AWS::DynamoDB::Table", "Properties": {}},
                 "Lost": {"Type": "AWS::DynamoDB::Table", "Properties": {"DeletionProtectionEnabled": true}},
                 "Db": {"Type": "AWS::RDS::DBCluster", "Properties": {"DeletionProtection": true}}}}"""));

        assertThat(texts(new ProtectedData("aws", "eu-west-1").release(stack,
                Map.of("Carts", "carts-1", "Drafts", "drafts-1", "Db", "db-1")))).containsExactly(
                        "aws dynamodb update-table --region eu-west-1 --no-deletion-protection-enabled --table-name"
                                + " carts-1",
                        "aws rds modify-db-cluster --region eu-west-1 --no-deletion-protection --apply-immediately"
                                + " --db-cluster-identifier db-1");
    }

    @Test
    void whatAnUndeclaredStackRetainsIsNamed() throws IOException {
        aws.stacks("highlands-dev-service-x CREATE_COMPLETE false");
        aws.answer("cloudformation", "get-template", """
                {"TemplateBody": {"Resources": {"Logs": {"Type": "AWS::Logs::LogGroup", "DeletionPolicy": "Retain",
                 "Properties": {"LogGroupName": "/highlands/dev/service-x"}}}}}""");

        assertThat(tearDown("dev").leftOver()).contains("AWS::Logs::LogGroup /highlands/dev/service-x: aws logs"
                + " delete-log-group --region eu-west-1 --log-group-name /highlands/dev/service-x");
    }

    @Test
    void aRetainedBucketIsNamedAsCloudFormationNamedIt() throws IOException {
        aws.stacks("highlands-prod-base CREATE_COMPLETE true");
        Assembly prod = Assemblies.read("prod", folder);
        String id = prod.base().template().path("Resources").properties().stream()
                .filter(entry -> entry.getValue().path("Type").asString().equals("AWS::S3::Bucket")).findFirst()
                .orElseThrow().getKey();
        aws.answer("cloudformation", "list-stack-resources", """
                {"StackResourceSummaries": [{"LogicalResourceId": "%s",
                 "PhysicalResourceId": "highlands-prod-base-accesslogs8b620eca-1x2y3z"}]}""".formatted(id));
        TearDown tearDown = new TearDown(folder, aws.cli(), prod);
        aws.answer("cloudformation", "list-stack-resources", "{}");

        assertThat(tearDown.leftOver()).contains("AWS::S3::Bucket highlands-prod-base-accesslogs8b620eca-1x2y3z:"
                + " aws s3 rb --force s3://highlands-prod-base-accesslogs8b620eca-1x2y3z");
    }

    /**
     * AWS CLI Command Reference, s3 rb: {@code --force} deletes no versions. DynamoDB API Reference, DeleteTable: not of a
     * table that deletion protection holds.
     */
    @Test
    void whatHoldsAServicesDataIsRemovedByCommandsThatDoSo() throws IOException {
        Path assembly = Assemblies.copy("dev", folder);
        Path base = assembly.resolve("highlands-dev-base.template.json");
        Files.writeString(base, Files.readString(base).replaceFirst("\"Resources\": \\{", """
                "Resources": {
                 "Bills": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "RetainExceptOnCreate",
                  "Properties": {"VersioningConfiguration": {"Status": "Enabled"}}},
                 "Carts": {"Type": "AWS::DynamoDB::Table", "DeletionPolicy": "RetainExceptOnCreate"},
                 "Key": {"Type": "AWS::SecretsManager::Secret", "DeletionPolicy": "RetainExceptOnCreate"},
                """));

        assertThat(new TearDown(folder, aws.cli(), Assembly.read(assembly)).leftOver()).contains(
                "AWS::S3::Bucket NAME-OF-Bills-IN-highlands-dev-base: empty it in the console, as rb --force leaves"
                        + " versions, then aws s3 rb s3://NAME-OF-Bills-IN-highlands-dev-base",
                "AWS::DynamoDB::Table NAME-OF-Carts-IN-highlands-dev-base: aws dynamodb update-table"
                        + " --no-deletion-protection-enabled --region eu-west-1 --table-name"
                        + " NAME-OF-Carts-IN-highlands-dev-base, then aws dynamodb delete-table --region eu-west-1"
                        + " --table-name NAME-OF-Carts-IN-highlands-dev-base",
                "AWS::SecretsManager::Secret NAME-OF-Key-IN-highlands-dev-base: aws secretsmanager delete-secret"
                        + " --region eu-west-1 --secret-id NAME-OF-Key-IN-highlands-dev-base");
    }
}
