// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityGroupsTest {

    private final SecurityGroups groups = new SecurityGroups(List.of(new IngressRule("a", "b", null, 3000, 3000),
            new IngressRule("lb", null, "0.0.0.0/0", 80, 443), new IngressRule("vpc", null, "10.0.0.0/16", 0, 65535)));

    @Test
    void aRuleOpensItsGroupToItsSource() {
        assertThat(groups.allows(Set.of("b"), Set.of("a"), 3000)).isTrue();
        assertThat(groups.allows(Set.of("x", "b"), Set.of("y", "a"), 3000)).isTrue();
    }

    @Test
    void whatNoRuleAllowsIsDenied() {
        assertThat(groups.allows(Set.of("c"), Set.of("a"), 3000)).isFalse();
        assertThat(groups.allows(Set.of(), Set.of("a"), 3000)).isFalse();
        assertThat(groups.allows(Set.of("b"), Set.of(), 3000)).isFalse();
    }

    @Test
    void aRuleDoesNotWorkBackwards() {
        assertThat(groups.allows(Set.of("a"), Set.of("b"), 3000)).isFalse();
    }

    @Test
    void aRuleOpensItsPortsAlone() {
        assertThat(groups.allows(Set.of("b"), Set.of("a"), 8080)).isFalse();
        assertThat(groups.allows(Set.of("x"), Set.of("lb"), 80)).isTrue();
        assertThat(groups.allows(Set.of("x"), Set.of("lb"), 443)).isTrue();
        assertThat(groups.allows(Set.of("x"), Set.of("lb"), 444)).isFalse();
    }

    @Test
    void addressesOfTheVpcOpenNothingToTasksInLocalMode() {
        assertThat(groups.allows(Set.of("x"), Set.of("vpc"), 3000)).isFalse();
    }
}
