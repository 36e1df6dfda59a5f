// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.infra.support.DeclaredServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeadlinesTest {

    @Test
    void deadlinesOfThePlatformShrinkInwards() {
        assertThat(Deadlines.check(DeclaredServices.ALL)).isEmpty();
    }

    @Test
    void clientThatWaitsAsLongAsItMayTakeItselfIsAViolation() {
        var topology = topology(outer(6, Upstream.of("inner")), inner(5), Call.to("inner"));

        assertThat(Deadlines.check(topology)).hasValueSatisfying(violation -> {
            assertThat(violation.client()).isEqualTo("outer");
            assertThat(violation.inner()).isEqualTo(Duration.ofSeconds(6));
            assertThat(violation.allowed()).contains("on path / outer waits 6 s for inner, and has to answer in 6 s");
        });
    }

    @Test
    void impatientClientMayCallASlowerUpstream() {
        var topology = topology(outer(10, Upstream.within(Duration.ofSeconds(8), "inner")), inner(15),
                Call.to("inner"));

        assertThat(Deadlines.check(topology)).isEmpty();
    }

    @Test
    void timeoutOfTheClientBindsTheCallsOfItsUpstream() {
        var middle = new ServiceSpec("middle", 3000, 3, Duration.ofSeconds(15), List.of(Upstream.of("inner")),
                List.of(), List.of(), new TaskSize(1024, 2048));
        var outer = outer(10, Upstream.within(Duration.ofSeconds(5), "middle"),
                Call.to("middle", Call.to("inner")));

        assertThat(Deadlines.check(new Topology(List.of(inner(5), middle, outer))))
                .hasValueSatisfying(violation -> assertThat(violation.client()).isEqualTo("middle"));
    }

    @Test
    void callOfAServiceThatIsNoUpstreamIsRefused() {
        var topology = topology(outer(10), inner(5), Call.to("inner"));

        assertThatThrownBy(() -> Deadlines.check(topology))
                .hasMessage("outer: call on path /: found inner; allowed: one of its upstreams");
    }

    private static Topology topology(ServiceSpec outer, ServiceSpec inner, Call call) {
        var calling = new ServiceSpec(outer.name(), 3000, outer.aliasPort(), outer.deadline(), outer.upstreams(),
                List.of(PublicPath.of("/", call)), List.of(), outer.size());
        return new Topology(List.of(inner, calling));
    }

    private static ServiceSpec outer(int deadline, Upstream... upstreams) {
        return new ServiceSpec("outer", 3000, 1, Duration.ofSeconds(deadline), List.of(upstreams), List.of(), List.of(),
                new TaskSize(1024, 2048));
    }

    private static ServiceSpec outer(int deadline, Upstream upstream, Call call) {
        return new ServiceSpec("outer", 3000, 1, Duration.ofSeconds(deadline), List.of(upstream),
                List.of(PublicPath.of("/", call)), List.of(), new TaskSize(1024, 2048));
    }

    private static ServiceSpec inner(int deadline) {
        return new ServiceSpec("inner", 3000, 2, Duration.ofSeconds(deadline), List.of(), List.of(), List.of(),
                new TaskSize(1024, 2048));
    }
}
