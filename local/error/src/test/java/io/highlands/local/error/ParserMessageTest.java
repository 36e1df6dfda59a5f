// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.error;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The messages are those of Jackson 3.1.7 and SnakeYAML Engine 3.0.1, found by {@code highlands bench fuzz}. */
class ParserMessageTest {

    @Test
    void thePlaceThatJacksonDoesNotTellIsLeftOut() {
        assertThat(
                ParserMessage.of("Unexpected end-of-input: expected close marker for Object (start marker at [Source: "
                        + "REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); byte offset: #UNKNOWN])"))
                .isEqualTo("Unexpected end-of-input: expected close marker for Object");
        assertThat(
                ParserMessage.of("Unexpected close marker ']': expected '}' (for Object starting at [Source: REDACTED "
                        + "(`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); byte offset: #UNKNOWN])"))
                .isEqualTo("Unexpected close marker ']': expected '}'");
    }

    @Test
    void theSettingOfALimitIsLeftOutAndTheLimitStays() {
        assertThat(ParserMessage.of("Name length (4096) exceeds the maximum allowed (2048, from "
                + "`StreamReadConstraints.getMaxNameLength()`)"))
                .isEqualTo("Name length (4096) exceeds the maximum allowed (2048)");
    }

    @Test
    void aTokenIsNamedWithoutItsClass() {
        assertThat(ParserMessage.of("Invalid 5-bit length indicator for `JsonToken.PROPERTY_NAME`: 0x1D"))
                .isEqualTo("Invalid 5-bit length indicator for PROPERTY_NAME: 0x1D");
        assertThat(ParserMessage.of("Invalid 5-bit length indicator for `JsonToken.VALUE_STRING`: 0x1C"))
                .isEqualTo("Invalid 5-bit length indicator for STRING: 0x1C");
    }

    @Test
    void aNumberThatIsNoneIsSaidWithoutJavasException() {
        assertThat(ParserMessage.of("java.lang.NumberFormatException: For input string: \"x\""))
                .isEqualTo("not a number: \"x\"");
    }

    @Test
    void aTagThatDoesNotFitItsValueIsSaidWithoutJavasTypes() {
        assertThat(ParserMessage.of("class org.snakeyaml.engine.v2.nodes.ScalarNode cannot be cast to class "
                + "org.snakeyaml.engine.v2.nodes.MappingNode (both are in unnamed module of loader 'app')"))
                .isEqualTo("a value of another kind than its tag says");
    }

    @Test
    void aMessageThatSaysNothingBecomesOneThatDoes() {
        assertThat(ParserMessage.of(null)).isEqualTo("it is not well formed");
        assertThat(ParserMessage.of("tools.jackson.core.exc.StreamReadException: ")).isEqualTo("it is not well formed");
    }

    @Test
    void aPlainMessageStaysAsItIs() {
        assertThat(ParserMessage.of("Unexpected character ('}' (code 125)): expected a value"))
                .isEqualTo("Unexpected character ('}' (code 125)): expected a value");
    }
}
