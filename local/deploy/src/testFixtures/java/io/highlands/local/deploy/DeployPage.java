// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of docs/deploy.md.
 *
 * @param blocks its fenced shell blocks
 */
public record DeployPage(List<Block> blocks) {

    public static final Path FILE = Path.of("../../docs/deploy.md");

    private static final Pattern FENCE = Pattern.compile("(?ms)^```sh([^\\n]*)\\n(.*?)^```$");
    private static final Pattern ATTRIBUTES = Pattern.compile(" \\{ name=([a-z-]+) account=(none|needed) }");

    /**
     * A shell block of the page.
     *
     * @param name its name
     * @param isWithoutAccount whether its commands run on any machine
     * @param text its commands
     */
    public record Block(String name, boolean isWithoutAccount, String text) {}

    public static DeployPage read() throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher fences = FENCE.matcher(Files.readString(FILE));
        while (fences.find()) {
            Matcher attributes = ATTRIBUTES.matcher(fences.group(1));
            if (!attributes.matches()) {
                throw new AssertionError("docs/deploy.md: '```sh" + fences.group(1)
                        + "'; allowed: ```sh { name=… account=none|needed }");
            }
            blocks.add(new Block(attributes.group(1), attributes.group(2).equals("none"), fences.group(2)));
        }
        return new DeployPage(blocks);
    }

    /** The arguments of the AWS commands that need an account, as a shell passes them. */
    List<List<String>> awsCommands(Path scratch) throws IOException {
        return calls(scratch).stream().filter(call -> call.getFirst().equals("aws"))
                .map(call -> call.subList(1, call.size())).toList();
    }

    /** What the shell calls in the blocks that need an account: program and arguments. */
    public List<List<String>> calls(Path scratch) throws IOException {
        Path bin = Files.createDirectories(scratch.resolve("page"));
        Path calls = bin.resolve("calls");
        for (String program : List.of("aws", "highlands", "cdk", "curl")) {
            for (Path place : List.of(bin.resolve(program), bin.resolve("platform-infra/cdk-cli").resolve(program))) {
                Files.createDirectories(place.getParent());
                Files.writeString(place, """
                        #!/bin/sh
                        { printf '%%s\\037' %s "$@"; echo; } >>"%s"
                        echo 123456789012
                        """.formatted(program, calls));
                place.toFile().setExecutable(true);
            }
        }
        for (Block block : blocks) {
            if (!block.isWithoutAccount()) {
                run(bin, "export ACCOUNT=123456789012 REGION=eu-west-1\n" + block.text(), block.name());
            }
        }
        return Files.readAllLines(calls).stream().map(line -> List.of(line.split("\037"))).toList();
    }

    private static void run(Path bin, String script, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-euc", script).directory(bin.toFile())
                .redirectErrorStream(true);
        builder.environment().merge("PATH", bin.toString(), (old, own) -> own + ":" + old);
        builder.environment().put("DD_API_KEY", "none");
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new AssertionError("block " + name + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
