// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Actions;
import io.highlands.local.aws.operations.Output;

/** The APIs in a process of their own, with a heap that a careless reader would fill. */
final class SmallHeapServer implements AutoCloseable {

    private final Process process;
    private final int port;

    private SmallHeapServer(Process process) throws IOException {
        this.process = process;
        this.port = Integer.parseInt(process.inputReader().readLine());
    }

    static SmallHeapServer start(int mebibytes) throws IOException {
        return new SmallHeapServer(
                new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx" + mebibytes + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-cp",
                        System.getProperty("java.class.path"), SmallHeapServer.class.getName()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }

    /** Serves until standard input ends, having printed its port. */
    public static void main(String[] arguments) throws IOException {
        try (AwsServer server = new AwsServer(AwsOptions.on(0), new Actions().serve("monitoring",
                Map.of("PutMetricData", input -> Output.nothing())))) {
            System.out.println(server.port());
            System.in.read();
        }
    }
}
