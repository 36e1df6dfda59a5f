// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as others start it: a process with arguments, variables and streams. */
class SynthTest {

    @TempDir
    private Path folder;

    @Test
    void environmentIsWrittenWhereItShould() throws Exception {
        Result result = synth(Map.of("CDK_OUTDIR", folder.resolve("out").toString()), "local");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(folder.resolve("out/manifest.json")).exists();
        assertThat(folder.resolve("out/highlands-local-base.template.json")).exists();
    }

    @Test
    void environmentThatIsOpenAndTellsNobodyIsSynthesizedWithWarnings() throws Exception {
        Files.writeString(folder.resolve("dev.yaml"), "image: '1'\n");

        Result result = synth(Map.of("CDK_OUTDIR", folder.resolve("out").toString()),
                "-Dhighlands.environments=" + folder.toAbsolutePath(), "dev");

        assertThat(result.code()).isZero();
        assertThat(result.err()).hasSize(2).allMatch(line -> line.startsWith("warning: "));
        assertThat(Files.readString(folder.resolve("out/highlands-dev-base.metadata.json")))
                .contains("aws:cdk:warning");
    }

    @Test
    void unknownEnvironmentIsOneLineAndCode2() throws Exception {
        Result result = synth(Map.of("CDK_OUTDIR", folder.toString()), "prd");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).containsExactly("environment: found prd; allowed: local, dev, staging, prod");
    }

    @Test
    void wrongSettingIsOneLineAndCode2() throws Exception {
        Files.writeString(folder.resolve("dev.yaml"), "image: '1'\ntrace: true\n");

        Result result = synth(Map.of("CDK_OUTDIR", folder.toString()),
                "-Dhighlands.environments=" + folder.toAbsolutePath(), "dev");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).singleElement().asString().contains("dev.yaml:2:1: trace: found an unknown key");
    }

    @Test
    void wrongDeclarationOfServicesIsOneLineAndCode2() throws Exception {
        Files.writeString(folder.resolve("services.yaml"), "services: {service-a: {prot: 8080}}\n");

        Result result = synth(Map.of("CDK_OUTDIR", folder.toString()),
                "-Dhighlands.services=" + folder.resolve("services.yaml").toAbsolutePath(), "dev");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).singleElement().asString()
                .contains(
                        "services.yaml:1:12: services.service-a.port: found nothing; allowed: a port from 1 to 65535");
    }

    @Test
    void servicesAreDeclaredBesideTheFolderOfEnvironments() throws Exception {
        Path environments = Files.createDirectories(folder.resolve("environments"));
        Files.writeString(environments.resolve("dev.yaml"), "image: '1'\n");
        Files.writeString(folder.resolve("services.yaml"), """
                services:
                  first: {port: 8080, timeout: 5s, routes: [/first]}
                  second:
                    port: 8081
                    timeout: 9s
                    calls: {first: {}}
                    public: {/: {calls: {first: {}}}}
                """);

        Result result = synth(Map.of("CDK_OUTDIR", folder.resolve("out").toString()),
                "-Dhighlands.environments=" + environments.toAbsolutePath(), "dev");

        assertThat(result.code()).isZero();
        assertThat(folder.resolve("out/highlands-dev-second.template.json")).exists();
        assertThat(folder.resolve("out/highlands-dev-service-a.template.json")).doesNotExist();
    }

    @Test
    void missingNodeIsOneLineAndCode2() throws Exception {
        Result result = synth(Map.of("CDK_OUTDIR", folder.toString(), "PATH", folder.toString()), "local");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).singleElement().asString().startsWith("node: found none on PATH");
    }

    @Test
    void missingOutputFolderIsOneLineAndCode2() throws Exception {
        Result result = synth(Map.of("CDK_OUTDIR", ""), "local");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).containsExactly("variable CDK_OUTDIR: found nothing; allowed: the folder to write to");
    }

    @Test
    void moreThanOneEnvironmentIsOneLineAndCode2() throws Exception {
        Result result = synth(Map.of("CDK_OUTDIR", folder.toString()), "dev", "prod");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .containsExactly("arguments: found dev prod; allowed: one environment, or --all");
    }

    @Test
    void commandLineOfTheCdkNamesTheEnvironmentByContext() throws Exception {
        Result result = run(List.of("./cdk-app"), Map.of("CDK_OUTDIR", folder.resolve("out").toString(),
                "CDK_CONTEXT_JSON", "{\"env\": \"staging\"}", "JAVA_HOME", System.getProperty("java.home")));

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(folder.resolve("out/highlands-staging-base.template.json")).exists();
    }

    private Result synth(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path")));
        List<String> given = List.of(arguments);
        command.addAll(given.stream().filter(argument -> argument.startsWith("-D")).toList());
        command.add(Synth.class.getName());
        command.addAll(given.stream().filter(argument -> !argument.startsWith("-D")).toList());
        return run(command, variables);
    }

    private Result run(List<String> command, Map<String, String> variables) throws IOException, InterruptedException {
        File out = folder.resolve("stdout").toFile();
        File err = folder.resolve("stderr").toFile();
        var builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.environment().put("CDK_VALIDATION", "false");
        builder.environment().putAll(variables);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readAllLines(out.toPath()), Files.readAllLines(err.toPath()));
    }

    private record Result(int code, List<String> out, List<String> err) {}
}
