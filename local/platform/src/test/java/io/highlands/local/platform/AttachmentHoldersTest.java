// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.ControlException;
import io.highlands.local.fault.Holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two commands that attach concurrently: neither waits for the deployment of the other. */
class AttachmentHoldersTest {

    private final Holder running = Holder.current();
    private final AttachmentHolders holders = new AttachmentHolders();

    @Test
    void theSecondOfTwoCommandsIsRefusedBeforeTheFirstIsAttached() {
        holders.add("service-a", 8099, running);

        assertThatThrownBy(() -> holders.add("service-a", 8100, running)).isInstanceOf(ControlException.class)
                .hasMessage("attach: 127.0.0.1:8099 is attached to service-a by process " + running.pid()
                        + "; end that first");
        assertThatThrownBy(() -> holders.add("service-b", 8099, running)).isInstanceOf(ControlException.class);
        assertThat(holders.all()).containsOnlyKeys("service-a");
        holders.add("service-b", 8100, running);
    }

    @Test
    void whatAnEndedCommandHeldIsFree() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        Holder ended = new Holder(process.pid(), running.startMillis());
        process.waitFor();
        holders.add("service-a", 8099, ended);

        holders.add("service-a", 8099, running);

        assertThat(holders.all()).containsEntry("service-a", running);
    }

    @Test
    void whatWasReleasedIsFree() {
        holders.add("service-a", 8099, running);
        holders.remove("service-a");

        holders.add("service-b", 8099, running);

        assertThat(holders.all()).containsOnlyKeys("service-b");
    }
}
