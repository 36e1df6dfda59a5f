// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokenWriterTest {

    /** RFC 8949, section 3.1, and RFC 8259, section 8.1: texts are UTF-8, which has no surrogates. */
    @Test
    void halfASurrogatePairBecomesAQuestionMarkAndAPairStays() {
        assertThat(TokenWriter.wellFormed("a\uDD5Eb\uD83D")).isEqualTo("a?b?");
        assertThat(TokenWriter.wellFormed("\uD83D\uDE00 gr\u00F6\u00DFe")).isEqualTo("\uD83D\uDE00 gr\u00F6\u00DFe");
    }

    /** An error that repeated such a text could not be written, and the caller got none. */
    @ParameterizedTest
    @EnumSource(Body.class)
    void anErrorThatRepeatsOneIsWritten(Body body) {
        Answer answer = body.protocol.error(Call.of(Optional.empty(), "X", "id"), AwsError.unreadable("found \uDD5E"));

        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)).contains("found ?");
    }

    /** The protocols whose bodies are tokens. */
    private enum Body {

        JSON(TokenProtocol.JSON_1_0), CBOR(TokenProtocol.RPC_V2_CBOR);

        private final Protocol protocol;

        Body(Protocol protocol) {
            this.protocol = protocol;
        }
    }
}
