// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatusMatcherTest {

    @Test
    void matchesOneCode() {
        assertThat(new StatusMatcher("200").matches(200)).isTrue();
        assertThat(new StatusMatcher("200").matches(204)).isFalse();
    }

    @Test
    void matchesListsAndRanges() {
        StatusMatcher matcher = new StatusMatcher("200,202, 300-302");

        assertThat(matcher.matches(202)).isTrue();
        assertThat(matcher.matches(201)).isFalse();
        assertThat(matcher.matches(300)).isTrue();
        assertThat(matcher.matches(302)).isTrue();
        assertThat(matcher.matches(303)).isFalse();
    }

    @Test
    void namesAMatcherThatItCannotRead() {
        assertThatThrownBy(() -> new StatusMatcher("ok")).isInstanceOf(BalancerException.class)
                .hasMessageContaining("'ok'").hasMessageContaining("200-299");
    }
}
