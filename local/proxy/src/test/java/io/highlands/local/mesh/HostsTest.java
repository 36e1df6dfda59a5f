// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostsTest {

    private List<MeshHost> registered = Stream.of("a", "b", "c").map(HostsTest::host).toList();
    private final Hosts hosts = new Hosts(() -> registered, () -> 0);

    @Test
    void takesTurns() {
        assertThat(chosen(6)).containsExactly("a", "b", "c", "a", "b", "c");
    }

    @Test
    void choosesNobodyWhenNobodyIsThere() {
        registered = List.of();

        assertThat(hosts.choose(Set.of())).isNull();
    }

    @Test
    void aRetryGoesToAnotherHost() {
        IntStream.range(0, 6).forEach(i -> assertThat(id(hosts.choose(Set.of("a", "b")))).isEqualTo("c"));
    }

    @Test
    void aRetryGoesToTheSameHostWhenThereIsNoOther() {
        registered = List.of(host("a"));

        assertThat(id(hosts.choose(Set.of("a")))).isEqualTo("a");
    }

    @Test
    void avoidsAnEjectedHost() {
        eject("b");

        assertThat(chosen(6)).doesNotContain("b").contains("a", "c");
    }

    @Test
    void aRetryGoesToATriedHostRatherThanAnEjectedOne() {
        eject("b");
        eject("c");

        assertThat(id(hosts.choose(Set.of("a")))).isEqualTo("a");
    }

    @Test
    void usesAllWhenAllAreEjected() {
        Stream.of("a", "b", "c").forEach(this::eject);

        assertThat(chosen(3)).containsExactlyInAnyOrder("a", "b", "c");
    }

    private void eject(String id) {
        chosen(1);
        IntStream.range(0, 5).forEach(i -> hosts.failed(id));
    }

    private List<String> chosen(int times) {
        return IntStream.range(0, times).mapToObj(i -> id(hosts.choose(Set.of()))).toList();
    }

    private static String id(MeshHost host) {
        return host.task().taskId();
    }

    private static MeshHost host(String id) {
        return new MeshHost(new TaskIdentity(1 + id.charAt(0) - 'a', id, "service", "test", Set.of()), 3000);
    }
}
