// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.event.ruler.GenericMachine;
import software.amazon.event.ruler.JsonRuleCompiler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Patterns and events, each pattern on each event, against Event Ruler: the matcher that EventBridge runs and that AWS publishes.
 * What it refuses is refused here too.
 */
class EventPatternAgainstRulerTest {

    private static final List<String> VALUES = List.of("'x'", "'y'", "'xy'", "'yx'", "'X'", "'XY'", "''", "'3'",
            "'null'",
            "'true'", "'1.0'", "3", "3.0", "3.5", "3e0", "-0.0", "0", "0.1", "0.10", "12345678901234567890",
            "12345678901234567891", "null", "true", "false", "[]", "[[]]", "['x']", "['x','x']", "['x','y']",
            "['y',['x']]",
            "[3,4]", "['xy',3,null]", "{}", "{'b':'x'}", "[{'b':'x'}]", "'é'", "'É'");

    private static final List<String> EVENTS = Stream.concat(VALUES.stream().map(value -> "{'a':" + value + "}"),
            Stream.of("{}", "{'b':'x'}", "{'a':'x','c':2}", "{'a':[{'b':1},{'b':2}]}", "{'a':[{'b':1},{'c':2}]}",
                    "{'a':[{'c':2}]}", "{'a':{'c':2}}", "{'a':{'b':1,'c':2}}", "{'a':[{'b':1,'c':1},{'b':2,'c':2}]}",
                    "{'a':[{'b':1,'c':2},{'b':2}]}", "{'a':[[{'b':1,'c':2}]]}", "{'a':{'b':[]}}", "{'a':{'b':[[]]}}",
                    "{'a':{'b':{}}}", "{'a':{'b':{'c':1}}}", "{'a':{'b':null}}", "{'a':{'b':[1,2]}}",
                    "{'a':[{'b':[1]},3]}",
                    "{'a':[{'b':[{'c':2},{'c':1}],'d':1}]}", "{'a':[{'b':[{'c':1}],'d':2},{'b':[{'c':2}],'d':1}]}",
                    "{'a':[{'b':{'c':1},'d':1},{'b':{'c':2},'d':1}]}"))
            .toList();

    private static final List<String> PATTERNS = List.of("{'a':['x']}", "{'a':['']}", "{'a':['3']}", "{'a':[3]}",
            "{'a':[3.0]}",
            "{'a':[0]}", "{'a':[0.1]}", "{'a':[12345678901234567890]}", "{'a':[null]}", "{'a':[true]}",
            "{'a':['x',3,null]}",
            "{'a':['x'],'c':[2]}", "{'a':{'b':[1]}}", "{'a':{'b':['x']}}", "{'a':{'b':[1],'c':[2]}}",
            "{'a':{'b':[null]}}",
            "{'a':{'b':{'c':[1]}}}", "{'a':{'b':{'c':[1]},'d':[1]}}", "{'a':{'b':{'c':[1],'d':[1]}}}",
            "{'a':[{'exists':true}]}", "{'a':[{'exists':false}]}", "{'a':{'b':[{'exists':true}]}}",
            "{'a':{'b':[{'exists':false}]}}", "{'a':{'b':[{'exists':false}],'c':[2]}}",
            "{'a':{'b':[{'exists':false},1]}}",
            "{'a':{'b':{'c':[{'exists':false}]}}}", "{'a':{'b':{'c':[{'exists':false}]},'d':[1]}}",
            "{'a':['x',{'exists':false}]}", "{'a':[{'exists':true}],'b':[{'exists':false}]}", "{'a':[{'prefix':'x'}]}",
            "{'a':[{'prefix':''}]}", "{'a':[{'prefix':'3'}]}", "{'a':[{'prefix':'nu'}]}", "{'a':[{'suffix':'x'}]}",
            "{'a':[{'suffix':''}]}", "{'a':[{'prefix':{'equals-ignore-case':'X'}}]}",
            "{'a':[{'suffix':{'equals-ignore-case':'X'}}]}", "{'a':[{'equals-ignore-case':'x'}]}",
            "{'a':[{'equals-ignore-case':''}]}", "{'a':[{'equals-ignore-case':'É'}]}", "{'a':[{'anything-but':'x'}]}",
            "{'a':[{'anything-but':''}]}", "{'a':[{'anything-but':3}]}", "{'a':[{'anything-but':['x','y']}]}",
            "{'a':[{'anything-but':[3,4]}]}", "{'a':[{'anything-but':{'prefix':'x'}}]}",
            "{'a':[{'anything-but':{'prefix':['x','y']}}]}", "{'a':[{'anything-but':{'suffix':'x'}}]}",
            "{'a':[{'anything-but':{'suffix':['x','y']}}]}", "{'a':[{'anything-but':{'equals-ignore-case':'x'}}]}",
            "{'a':[{'anything-but':{'equals-ignore-case':['x','xy']}}]}", "{'a':{'b':[{'anything-but':'x'}]}}",
            "{'a':{'b':[{'anything-but':1}],'c':[2]}}", "{'a':[{'anything-but':'x'},{'exists':false}]}");

    @ParameterizedTest
    @FieldSource("PATTERNS")
    void eachPatternMatchesTheEventsThatItMatchesInEventBridge(String pattern) throws Exception {
        EventPattern ours = EventPattern.parse(json(pattern));
        GenericMachine<String> theirs = GenericMachine.<String>builder().build();
        theirs.addRule("rule", quoted(pattern));
        for (String event : EVENTS) {
            assertThat(ours.matches(json(event))).as("%s on %s", pattern, event)
                    .isEqualTo(!theirs.rulesForJSONEvent(quoted(event)).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{'a':'x'}", "{'a':{}}", "{'a':[]}", "{'a':[['x']]}", "{'a':[{}]}",
            "{'a':[{'nope':'x'}]}",
            "{'a':[{'prefix':3}]}", "{'a':[{'prefix':['x']}]}", "{'a':[{'prefix':{'suffix':'x'}}]}",
            "{'a':[{'prefix':'x','suffix':'y'}]}", "{'a':[{'exists':'true'}]}", "{'a':[{'exists':true,'prefix':'x'}]}",
            "{'a':[{'equals-ignore-case':['x']}]}", "{'a':[{'anything-but':[]}]}", "{'a':[{'anything-but':['x',2]}]}",
            "{'a':[{'anything-but':null}]}", "{'a':[{'anything-but':true}]}",
            "{'a':[{'anything-but':{'exists':true}}]}",
            "{'a':[{'anything-but':{'anything-but':'x'}}]}", "{'a':[{'anything-but':{'prefix':''}}]}",
            "{'a':[{'anything-but':{'suffix':['x','']}}]}", "{'a':[{'anything-but':['x',{'prefix':'y'}]}]}",
            "{'a':[{'anything-but':{'equals-ignore-case':3}}]}",
            "{'a':[{'anything-but':{'prefix':{'equals-ignore-case':'x'}}}]}"})
    void whatEventBridgeRefusesIsRefusedInOneLine(String pattern) {
        assertThat(JsonRuleCompiler.check(quoted(pattern))).isNotNull();
        assertThat(catchThrowable(() -> EventPattern.parse(json(pattern)))).isInstanceOf(IllegalArgumentException.class)
                .message().hasLineCount(1);
    }

    /** They are read by EventBridge, and would match other events here. */
    @ParameterizedTest
    @ValueSource(strings = {"{'a':[{'numeric':['>',3]}]}", "{'a':[{'wildcard':'x*'}]}", "{'a':[{'cidr':'10.0.0.0/8'}]}",
            "{'$or':[{'a':['x']},{'b':['y']}]}", "{'a':[{'anything-but':{'wildcard':'x*'}}]}", "{'a.b':['x']}"})
    void whatIsNotMatchedHereIsRefusedInOneLine(String pattern) {
        assertThat(JsonRuleCompiler.check(quoted(pattern))).isNull();
        assertThat(catchThrowable(() -> EventPattern.parse(json(pattern)))).isInstanceOf(IllegalArgumentException.class)
                .message().hasLineCount(1).contains("allowed: ");
    }

    /** Its tasks' containers are an array of objects (Amazon ECS task state change events). */
    @Test
    void exitCodeOfAnyContainerChoosesATask() {
        JsonNode event = json("{'detail':{'containers':[{'name':'a','exitCode':0},{'name':'b','exitCode':137}]}}");

        assertThat(EventPattern.parse(json("{'detail':{'containers':{'exitCode':[137]}}}")).matches(event)).isTrue();
        assertThat(EventPattern.parse(json("{'detail':{'containers':{'name':['a'],'exitCode':[137]}}}")).matches(event))
                .isFalse();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(quoted(text));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
