// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventPatternTest {

    private static final String EVENT = "{'source':'aws.ecs','detail-type':'ECS Task State Change',"
            + "'resources':['arn:aws:ecs:eu-west-1:0:task/one/1'],"
            + "'detail':{'lastStatus':'STOPPED','exitCode':137,'stoppedReason':'Essential container exited'}}";

    @Test
    void eachFieldHasOneOfTheListedValues() {
        assertThat(matches("{'source':['aws.ecs'],'detail':{'lastStatus':['RUNNING','STOPPED']}}")).isTrue();
        assertThat(matches("{'source':['aws.ecs'],'detail':{'lastStatus':['RUNNING']}}")).isFalse();
        assertThat(matches("{'detail':{'missing':['x']}}")).isFalse();
    }

    @Test
    void aListInTheEventFitsWhenOneOfItsElementsDoes() {
        assertThat(matches("{'resources':[{'prefix':'arn:aws:ecs:eu-west-1:0:task/one/'}]}")).isTrue();
        assertThat(matches("{'resources':[{'prefix':'arn:aws:ecs:eu-west-1:0:task/two/'}]}")).isFalse();
    }

    @Test
    void operatorsDoWhatTheyAreDocumentedToDo() {
        assertThat(matches("{'detail':{'stoppedReason':[{'suffix':'exited'}]}}")).isTrue();
        assertThat(matches("{'detail':{'lastStatus':[{'equals-ignore-case':'stopped'}]}}")).isTrue();
        assertThat(matches("{'detail':{'lastStatus':[{'anything-but':['RUNNING']}]}}")).isTrue();
        assertThat(matches("{'detail':{'lastStatus':[{'anything-but':'STOPPED'}]}}")).isFalse();
        assertThat(matches("{'detail':{'startedAt':[{'exists':false}],'exitCode':[137]}}")).isTrue();
    }

    @Test
    void anOperatorThatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> pattern("{'detail':{'exitCode':[{'numeric':['>',0]}]}}"))
                .hasMessage("detail.exitCode: 'numeric' is no operator known here; allowed: prefix, suffix, "
                        + "equals-ignore-case, anything-but, exists");
        assertThatThrownBy(() -> pattern("{'$or':[{'source':['a']}]}")).hasMessageContaining("'$or'");
    }

    private static boolean matches(String pattern) {
        return pattern(pattern).matches(json(EVENT));
    }

    private static EventPattern pattern(String pattern) {
        return EventPattern.parse(json(pattern));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
