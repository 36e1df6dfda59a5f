// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import org.junit.jupiter.api.Test;

import io.highlands.dashboards.datadog.SamplePlatform;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeQueriesTest {

    private static final String MESH = "{clustername:highlands-test,servicename:service-b,targetdiscoveryname:service-a}";
    private static final String CALLS = "{env:test,service:service-b,peer.hostname:service-a}";

    private final EdgeQueries edge = new EdgeQueries(SamplePlatform.traced(),
            SamplePlatform.traced().edges().getFirst());

    @Test
    void attemptsAreAllClassesOfAnswersAtTheCallersProxy() {
        assertThat(edge.attempts().text()).contains("target_2xx_count", "target_3xx_count", "target_4xx_count",
                "target_5xx_count").contains(MESH);
    }

    @Test
    void callsAreALineForEachAgentByItsOwnOperation() {
        assertThat(edge.calls()).extracting(Expression::text).containsExactly(
                "sum:trace.http.request.hits" + CALLS + ".as_count()",
                "sum:trace.http.client.request.hits" + CALLS + ".as_count()");
    }

    @Test
    void answersAreThoseOfTheCalleeByItsServerSpansButForHealthChecks() {
        assertThat(edge.answerTimes("p95")).extracting(Expression::text).containsExactly(
                "1000 * p95:trace.servlet.request{env:test,service:service-a,!resource_name:get_/health}",
                "1000 * p95:trace.http.server.request{env:test,service:service-a,!resource_name:get_/health}");
    }

    @Test
    void failedCallsAreThoseThatWereNotAnsweredOtherThanBy5xx() {
        assertThat(edge.failedCalls().getFirst().text()).isEqualTo("sum:trace.http.request.hits" + CALLS
                + ".as_count() - default_zero(sum:trace.http.request.hits.by_http_status{env:test,service:service-b,"
                + "peer.hostname:service-a,!http.status_class:5xx}.as_count())");
    }

    @Test
    void madeBetweenJoinsSpansWithServiceConnect() {
        assertThat(edge.madeBetween().getFirst().text()).contains("trace.http.request.hits",
                "- default_zero(sum:aws.ecs.httpcode_target_5xx_count.sum" + MESH);
    }

    @Test
    void addedTimeIsInMillisecondsOnBothSides() {
        assertThat(edge.addedTime().getFirst().text()).isEqualTo(
                "(1000 * avg:trace.http.request" + CALLS + ") - avg:aws.ecs.target_response_time" + MESH);
    }

    @Test
    void monitorsAddBothAgentsUp() {
        assertThat(edge.allFailedCalls().text()).startsWith("(default_zero(sum:trace.http.request.hits" + CALLS
                + ".as_count()) + default_zero(sum:trace.http.client.request.hits" + CALLS + ".as_count())) - ");
    }
}
