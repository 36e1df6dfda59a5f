// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The listeners in a process of their own, with a heap that a careless reader would fill. */
final class IntakeProcess implements AutoCloseable {

    private final Process process;
    private final int datadogPort;
    private final int otlpPort;

    private IntakeProcess(Process process) throws IOException {
        this.process = process;
        this.datadogPort = Integer.parseInt(process.inputReader().readLine());
        this.otlpPort = Integer.parseInt(process.inputReader().readLine());
    }

    static IntakeProcess start(int mebibytes) throws IOException {
        return new IntakeProcess(
                new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx" + mebibytes + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-cp",
                        System.getProperty("java.class.path"), IntakeProcess.class.getName()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    int datadogPort() {
        return datadogPort;
    }

    int otlpPort() {
        return otlpPort;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }

    /** Takes in until standard input ends, having printed its ports. */
    public static void main(String[] arguments) throws IOException {
        try (TraceIntake intake = new TraceIntake(IntakeOptions.anywhere(1), spans -> true, sample -> {})) {
            System.out.println(intake.datadogPort());
            System.out.println(intake.otlpPort());
            System.in.read();
        }
    }
}
