// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A server of the platform, where a PostgreSQL is installed. Source: PostgreSQL's documentation, "Frontend/Backend Protocol",
 * message formats (StartupMessage, AuthenticationSASL).
 */
class LocalPostgreSqlTest {

    private static final int PROTOCOL_3 = 196608;
    private static final int SASL = 10;

    @TempDir
    private Path folder;

    @BeforeEach
    void installed() {
        assumeThat(new PostgreSqlPrograms(System.getenv()).folder()).isPresent();
    }

    @Test
    void serverAsksForAPasswordKeepsItsDataAndEndsWithThePlatform() throws IOException {
        Map<String, String> first = values(List.of("orders_db"));
        Map<String, String> second = values(List.of("orders_db", "stock_db"));

        assertThat(second.get("password")).isEqualTo(first.get("password")).hasSize(32);
        assertThatThrownBy(() -> authentication(second, "stock_db")).isInstanceOf(IOException.class);
    }

    private Map<String, String> values(List<String> databases) throws IOException {
        try (LocalPostgreSql server = new LocalPostgreSql(folder, System.getenv())) {
            server.start(databases);
            Map<String, String> values = server.values();
            assertThat(authentication(values, databases.getLast())).isEqualTo(SASL);
            return values;
        }
    }

    /** What the server answers to the start of a session: the code of the authentication that it asks for. */
    private static int authentication(Map<String, String> values, String database) throws IOException {
        try (Socket socket = new Socket(values.get("host"), Integer.parseInt(values.get("port")))) {
            var parameters = new ByteArrayOutputStream();
            for (String text : List.of("user", values.get("username"), "database", database, "")) {
                parameters.write(text.getBytes(StandardCharsets.US_ASCII));
                parameters.write(0);
            }
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(8 + parameters.size());
            out.writeInt(PROTOCOL_3);
            out.write(parameters.toByteArray());
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            assertThat((char) in.readByte()).isEqualTo('R');
            in.readInt();
            return in.readInt();
        }
    }
}
