// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StartTokenTest {

    @Test
    void onlyTheTokenItselfIsTheToken() {
        StartToken token = StartToken.random();
        assertThat(token.is(token.text())).isTrue();
        assertThat(token.is(token.text() + "0")).isFalse();
        assertThat(token.is("")).isFalse();
        assertThat(token.is(null)).isFalse();
    }

    @Test
    void eachStartHasAnotherTokenOf128Bits() {
        assertThat(StartToken.random().text()).matches("[0-9a-f]{32}").isNotEqualTo(StartToken.random().text());
    }
}
