// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.highlands.local.mesh.Loopback;

import static org.assertj.core.api.Assertions.assertThat;

/** The address slots of the platforms of one machine. */
class SlotsTest {

    /** Above those that the tasks of this module's other tests get. */
    private static final int FIRST = 180;

    @Test
    void aSlotIsGivenOutAgainAsLateAsPossible() {
        try (Slots slots = new Slots(Loopback.ADDRESSES, FIRST)) {
            slots.ensureFor(1);
            int first = slots.take().orElseThrow();
            slots.giveBack(first);

            assertThat(slots.take()).isPresent().isNotEqualTo(OptionalInt.of(first));
        }
    }

    @Test
    void thereIsRoomForADeploymentOfAllTasksAndNoMoreThanThereAreAddresses() {
        try (Slots slots = new Slots(Loopback.ADDRESSES, FIRST)) {
            slots.ensureFor(20);
            assertThat(all(slots)).hasSize(44);
            slots.ensureFor(1000);
            assertThat(all(slots)).isNotEmpty().allMatch(slot -> slot <= 254);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoPlatformsHaveNoSlotInCommon(Loopback loopback) {
        try (Slots one = new Slots(loopback, FIRST); Slots other = new Slots(loopback, FIRST)) {
            one.ensureFor(1);
            other.ensureFor(1);

            assertThat(all(one)).hasSize(Slots.DEFAULT_COUNT).doesNotContainAnyElementsOf(all(other));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSlotsOfAPlatformThatEndedAreGivenToTheNext(Loopback loopback) {
        Set<Integer> before;
        try (Slots one = new Slots(loopback, FIRST)) {
            one.ensureFor(1);
            before = all(one);
        }
        try (Slots next = new Slots(loopback, FIRST)) {
            next.ensureFor(1);
            assertThat(all(next)).isEqualTo(before);
        }
    }

    @Test
    void aSlotOnWhichAnybodyListensIsLeftAlone() throws IOException {
        try (ServerSocket left = new ServerSocket(0, 1, InetAddress.getByName("127.77." + FIRST + ".2"));
                Slots slots = new Slots(Loopback.ADDRESSES, FIRST)) {
            slots.ensureFor(1);

            assertThat(left.isBound()).isTrue();
            assertThat(all(slots)).isNotEmpty().doesNotContain(FIRST);
        }
    }

    /** Lines as proc_pid_net(5) describes them: a listener of IPv4, one of IPv6 on a mapped address, a connection, others. */
    @Test
    void listenersAreReadFromTheTablesOfLinux() {
        assertThat(ListeningAddresses.read(List.of(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 02074D7F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1",
                "   1: 0000000000000000FFFF000001FE4D7F:0BB8 00000000000000000000000000000000:0000 0A 00000000:00000000",
                "   2: 02094D7F:0BB8 01094D7F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 2 1",
                "   3: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 3 1")))
                .containsExactlyInAnyOrder(7, 254);
    }

    private static Set<Integer> all(Slots slots) {
        Set<Integer> all = new HashSet<>();
        for (OptionalInt slot = slots.take(); slot.isPresent(); slot = slots.take()) {
            all.add(slot.getAsInt());
        }
        return all;
    }
}
