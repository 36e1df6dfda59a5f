// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

import io.highlands.local.aws.operations.Actions;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.identity.IdentityActions;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.logs.LogsException;

import static org.assertj.core.api.Assertions.assertThat;

/** Errors, under the names and statuses that each protocol has for them. */
class ErrorsTest {

    private static AwsServer server;
    private RawClient client;

    @BeforeAll
    static void serve() {
        server = new AwsServer(AwsOptions.on(0), new Actions().serve("sts", IdentityActions.all())
                .serve("logs", Map.of("CreateLogGroup", input -> Output.nothing(), "StartQuery", input -> {
                    throw new LogsException("LimitExceededException", "Too many queries");
                }))
                .serve("monitoring", Map.of(
                        "PutMetricData", input -> Output.nothing(),
                        "GetDashboard", input -> {
                            throw CloudWatchException.notFound("Dashboard x does not exist");
                        },
                        "DeleteAlarms", input -> {
                            throw new IllegalStateException("broken");
                        },
                        "PutMetricAlarm", input -> Output.nothing())));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void connect() {
        client = new RawClient(server.port());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aMissingParameterIsNamedAsCloudWatchNamesIt() {
        JsonNode error = json(Requests.json(client, "PutMetricData",
                "{\"Namespace\":\"n\",\"MetricData\":[{\"Value\":1}]}"), 400);
        assertThat(error.path("__type").asString())
                .isEqualTo("com.amazonaws.cloudwatch#MissingRequiredParameterException");
        assertThat(error.path("message").asString())
                .isEqualTo("The parameter MetricData.member.1.MetricName is required.");
    }

    @Test
    void theQueryCodeIsInTheHeaderOfJsonAndCbor() {
        assertThat(Requests.json(client, "PutMetricData", "{}").headers())
                .containsEntry("x-amzn-query-error", "MissingParameter;Sender");
        assertThat(Requests.cbor(client, "PutMetricData", new byte[0]).headers())
                .containsEntry("x-amzn-query-error", "MissingParameter;Sender");
    }

    @Test
    void queryHasItsOwnCodes() {
        RawClient.Response response = Requests.query(client, "Action=PutMetricData&Version=2010-08-01&Namespace=n"
                + "&MetricData.member.1.MetricName=m&MetricData.member.1.Unit=Furlongs");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text())
                .startsWith("<ErrorResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">"
                        + "<Error><Type>Sender</Type><Code>InvalidParameterValue</Code><Message>The parameter "
                        + "MetricData.member.1.Unit must be a value in the set [ Seconds, Microseconds, ")
                .endsWith("</Message></Error><RequestId>" + response.headers().get("x-amzn-requestid")
                        + "</RequestId></ErrorResponse>");
    }

    @Test
    void alarmsAreCheckedByTheCommonFront() {
        RawClient.Response response = Requests.query(client, "Action=PutMetricAlarm&Version=2010-08-01&AlarmName=a"
                + "&EvaluationPeriods=0&ComparisonOperator=Above");
        assertThat(response.text()).contains("<Code>ValidationError</Code><Message>2 validation errors detected: ",
                "Value &apos;0&apos; at &apos;evaluationPeriods&apos; failed to satisfy constraint: "
                        .replace("&apos;", "'") + "Member must have value greater than or equal to 1",
                "Value 'Above' at 'comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set");
        JsonNode error = json(Requests.json(client, "PutMetricAlarm", "{}"), 400);
        assertThat(error.path("__type").asString()).isEqualTo("com.amazon.coral.validate#ValidationException");
        assertThat(error.path("message").asString())
                .startsWith("3 validation errors detected: Value null at 'alarmName' "
                        + "failed to satisfy constraint: Member must not be null; ");
    }

    @Test
    void logsHasItsErrorsUnderBareNames() {
        JsonNode error = json(Requests.logs(client, "CreateLogGroup", "{\"logGroupName\":\"a b\"}"), 400);
        assertThat(error.path("__type").asString()).isEqualTo("InvalidParameterException");
        assertThat(error.path("message").asString())
                .isEqualTo("1 validation error detected: Value 'a b' at 'logGroupName' "
                        + "failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+");
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html">StartQuery,
     *      LimitExceededException: HTTP 400</a>
     */
    @Test
    void whatLogsRefusesHasItsCodeAndStatus() {
        JsonNode error = json(Requests.logs(client, "StartQuery",
                "{\"startTime\":0,\"endTime\":1,\"queryString\":\"fields @message\"}"), 400);
        assertThat(error.path("__type").asString()).isEqualTo("LimitExceededException");
        assertThat(error.path("message").asString()).isEqualTo("Too many queries");
    }

    @Test
    void oneCodeMayStandForTheOperationsOwnShape() {
        RawClient.Response response = Requests.cbor(client, "GetDashboard",
                CBORMapper.shared().writeValueAsBytes(Map.of("DashboardName", "x")));
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.headers()).containsEntry("x-amzn-query-error", "ResourceNotFound;Sender");
        JsonNode error = CBORMapper.shared().readTree(response.body());
        assertThat(error.path("__type").asString()).isEqualTo("com.amazonaws.cloudwatch#DashboardNotFoundError");
        assertThat(error.path("message").asString()).isEqualTo("Dashboard x does not exist");
    }

    @Test
    void anOperationThatAwsDoesNotHaveIsUnknown() {
        assertThat(json(Requests.json(client, "PutWeather", "{}"), 400).path("__type").asString())
                .isEqualTo("com.amazon.coral.service#UnknownOperationException");
        assertThat(Requests.query(client, "Action=PutWeather&Version=2010-08-01").text())
                .contains(
                        "<Code>InvalidAction</Code><Message>Could not find operation PutWeather for version 2010-08-01<");
        assertThat(json(Requests.logs(client, "PutWeather", "{}"), 400).path("__type").asString())
                .isEqualTo("UnknownOperationException");
    }

    @Test
    void anOperationThatIsNotServedHereSaysSo() {
        assertThat(Requests.query(client, "Action=PutInsightRule&Version=2010-08-01").text()).contains(
                "<Code>InvalidAction</Code><Message>Operation PutInsightRule of monitoring is not served in local mode<");
    }

    @Test
    void aServiceThatIsNotServedIsUnknownWhateverItsOperation() {
        RawClient.Response response = client.post("/", List.of(
                "Content-Type: application/x-www-form-urlencoded",
                "Authorization: AWS4-HMAC-SHA256 Credential=k/20261123/us-east-1/ec2/aws4_request, Signature=0"),
                "Action=DescribeInstances&Version=2016-11-15".getBytes(StandardCharsets.UTF_8));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text()).contains("<Code>InvalidAction</Code>");
    }

    @Test
    void theServiceIsToldByTheSignatureAndWithoutOneByTheVersion() {
        assertThat(Requests.query(client, "Action=GetCallerIdentity&Version=2011-06-15").text())
                .contains("<Account>000000000000</Account>");
        assertThat(client.post("/", List.of(
                "Authorization: AWS4-HMAC-SHA256 Credential=k/20261123/us-east-1/sts/aws4_request, Signature=0"),
                "Action=GetCallerIdentity".getBytes(StandardCharsets.UTF_8)).text())
                .startsWith("<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                        + "<GetCallerIdentityResult><UserId>AIDAHIGHLANDSLOCAL00</UserId>");
    }

    @Test
    void whatBreaksHereIsAnInternalFailureInOneLine() {
        JsonNode error = json(Requests.json(client, "DeleteAlarms", "{\"AlarmNames\":[\"a\"]}"), 500);
        assertThat(error.path("__type").asString()).endsWith("InternalFailure");
        assertThat(error.path("message").asString())
                .isEqualTo(
                        "DeleteAlarms failed because of an internal error; the platform's log says where the stack trace is");
    }

    private static JsonNode json(RawClient.Response response, int status) {
        assertThat(response.status()).isEqualTo(status);
        return JsonMapper.shared().readTree(response.body());
    }
}
