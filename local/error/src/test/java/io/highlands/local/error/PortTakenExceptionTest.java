// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortTakenExceptionTest {

    @Test
    void aPortThatAnotherSocketHasIsNamedWithWhatListensAndTheOptionThatSetsIt() throws IOException {
        try (ServerSocket taken = loopback(0)) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> {
                try {
                    PortTakenException.listening(port, () -> unchecked(port));
                } catch (PortTakenException e) {
                    throw e.of("console").by("--console-port");
                }
            }).isInstanceOf(PortTakenException.class).hasMessage("console: 127.0.0.1:" + port
                    + " is taken; free it, or choose another with up --console-port N");
        }
    }

    /** 192.0.2.1 is in TEST-NET-1 (RFC 5737), which no machine has: the same exception type, another reason. */
    @Test
    void anAddressThatThisMachineDoesNotHaveIsNotCalledTaken() {
        assertThatThrownBy(() -> PortTakenException.listening(1, () -> {
            try {
                return new ServerSocket(0, 1, InetAddress.getByName("192.0.2.1"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        })).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void anotherErrorIsNotCalledATakenPort() {
        assertThatThrownBy(() -> PortTakenException.listening(1, () -> {
            throw new IllegalStateException("a defect");
        })).isInstanceOf(IllegalStateException.class);
    }

    private static ServerSocket unchecked(int port) {
        try {
            return loopback(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket loopback(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
    }
}
